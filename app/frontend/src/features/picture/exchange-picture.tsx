import { useSyncExternalStore } from 'react';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useKnowledge } from '../../lib/use-knowledge.ts';
import { ExchangeTable } from './exchange-table.tsx';
import { HistoryDrawing } from './history-drawing.tsx';
import type { PacedPicture } from './paced-picture.ts';
import { historyText, roundTripText } from './picture-text.ts';
import './exchange-picture.css';

interface ExchangePictureProps {
  readonly paced: PacedPicture;
}

/** The interval and the round trip of each exchange: where the bound comes from. */
export function ExchangePicture({ paced }: ExchangePictureProps) {
  const language = useBelowLanguage();
  const knowledge = useKnowledge();
  const picture = useSyncExternalStore(paced.subscribe, paced.getPicture);
  const { texts, locale } = language;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const { samples, exchanges, untilMs, timeOf } = picture;
  const roundTripsMs = samples.map(({ roundTripMs }) => roundTripMs);
  const [first] = exchanges;
  return (
    <section className="picture" aria-labelledby="picture" data-knowledge={knowledge}>
      <h2 id="picture">{texts.picture.heading}</h2>
      <HistoryDrawing picture={picture} alternative={historyText(picture, language)} />
      <p className="span" aria-hidden="true">
        <span>{first && time.format(timeOf(first.atMs))}</span>
        <span>{first && time.format(timeOf(untilMs))}</span>
      </p>
      <p className="caption">{texts.picture.caption}</p>
      <p className="caption">{roundTripText(roundTripsMs, language)}</p>
      <ExchangeTable picture={picture} />
    </section>
  );
}
