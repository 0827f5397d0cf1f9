import { type ToggleEvent, useState } from 'react';
import { formatDuration } from '../../lib/format-measure.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { Picture } from './paced-picture.ts';

interface ExchangeTableProps {
  readonly picture: Picture;
}

/** The exchanges in figures, latest first. It is not there before somebody opens it. */
export function ExchangeTable({ picture }: ExchangeTableProps) {
  const { texts } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details
      onToggle={(event: ToggleEvent<HTMLDetailsElement>) => setOpen(event.newState === 'open')}
    >
      <summary>{texts.picture.table}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: or no keyboard could scroll it.
        <section className="exchange-table" tabIndex={0} aria-label={texts.picture.table}>
          <table>
            <thead>
              <tr>
                {texts.picture.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <ExchangeRows picture={picture} />
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

function ExchangeRows({ picture: { exchanges, samples, timeOf } }: ExchangeTableProps) {
  const { locale } = useLanguage();
  const roundTrips = new Map(samples.map((sample) => [sample.receivedAtMs, sample.roundTripMs]));
  const time = new Intl.DateTimeFormat(locale, {
    timeStyle: 'medium',
  });
  const signed = (ms: number) => (ms < 0 ? '−' : '+') + formatDuration(Math.abs(ms), locale);
  return exchanges.toReversed().map(({ atMs, earliestMs, latestMs }) => (
    <tr key={atMs}>
      <th scope="row">{time.format(timeOf(atMs))}</th>
      <td>{formatDuration(roundTrips.get(atMs) ?? 0, locale)}</td>
      <td>{signed(earliestMs)}</td>
      <td>{signed(latestMs)}</td>
    </tr>
  ));
}
