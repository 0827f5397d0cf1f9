import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { useState, useSyncExternalStore } from 'react';
import type { Ticker } from '../../lib/ticker.ts';
import { useKnowledge } from '../../lib/use-knowledge.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ExchangeTable } from './exchange-table.tsx';
import { HistoryDrawing } from './history-drawing.tsx';
import { pacePicture } from './paced-picture.ts';
import { historyText, roundTripText } from './picture-text.ts';
import { RoundTripHistogram } from './round-trip-histogram.tsx';
import './exchange-picture.css';

interface ExchangePictureProps {
  readonly clock: ServerClock;
  readonly ticker: Ticker;
}

/** Where the tolerance comes from: what each exchange left possible, and how long each took. */
export function ExchangePicture({ clock, ticker }: ExchangePictureProps) {
  const language = useLanguage();
  const knowledge = useKnowledge(clock, ticker);
  const [paced] = useState(() => pacePicture(clock, ticker));
  const picture = useSyncExternalStore(paced.subscribe, paced.getPicture);
  const { texts, locale } = language;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const { samples, exchanges, untilMs, timeOf } = picture;
  const roundTripsMs = samples.map(({ roundTripMs }) => roundTripMs);
  const [first] = exchanges;
  return (
    <section className="picture" data-knowledge={knowledge}>
      <h2>{texts.picture.heading}</h2>
      <HistoryDrawing picture={picture} alternative={historyText(picture, language)} />
      <p className="span" aria-hidden="true">
        <span>{first === undefined ? '–' : time.format(timeOf(first.atMs))}</span>
        <span>{first === undefined ? '–' : time.format(timeOf(untilMs))}</span>
      </p>
      <p className="caption">{texts.picture.caption}</p>
      <div className="round-trips">
        <p>{roundTripText(roundTripsMs, language)}</p>
        <RoundTripHistogram roundTripsMs={roundTripsMs} />
      </div>
      <ExchangeTable picture={picture} />
    </section>
  );
}
