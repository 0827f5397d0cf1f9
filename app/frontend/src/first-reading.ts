import { drawDeviceOffset } from './features/device-offset/draw-device-offset.ts';
import { drawReading } from './features/reading/draw-reading.ts';
import { createReels } from './features/reading/reels.ts';
import { drawAccuracy } from './features/server-status/draw-accuracy.ts';
import { type Language, markDocument } from './lib/language.ts';
import type { PageClock } from './lib/page-clock.ts';
import { part, write } from './lib/write.ts';

/**
 * Draws the reading and the verdicts into the document's own elements. React, which is many times as large
 * as the first script, replaces them with its own when it has loaded; this drawing then ends.
 */
export function drawFirstReading({ clock, ticker }: PageClock, language: Language): void {
  const reading = part(document, '.reading');
  const accuracy = part(document, '.verdict');
  const device = part(document, '.verdict + .verdict');
  const reels = createReels(part(reading, '.digits'));
  markDocument(language.code);
  write(part(document, 'h1'), language.texts.heading);

  const draw = () => {
    if (!reading.isConnected) {
      unsubscribe();
      reels.stop();
      return;
    }
    const drawn = { frame: ticker.getFrame(), state: clock.getState(), language };
    drawReading(reading, drawn);
    reels.draw(drawn.frame);
    drawAccuracy(accuracy, drawn);
    drawDeviceOffset(device, drawn);
  };
  const unsubscribe = ticker.subscribe(draw);
  draw();
}
