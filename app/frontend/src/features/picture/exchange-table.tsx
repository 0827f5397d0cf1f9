import { formatDuration, formatSigned } from '../../lib/format-measure.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { Picture } from './paced-picture.ts';

interface ExchangeTableProps {
  readonly picture: Picture;
}

/** The exchanges in figures, latest first. */
export function ExchangeTable({ picture }: ExchangeTableProps) {
  const { texts } = useBelowLanguage();
  return (
    <Disclosure summary={texts.picture.table}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: or no keyboard could scroll it. */}
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
    </Disclosure>
  );
}

function ExchangeRows({ picture: { exchanges, timeOf } }: ExchangeTableProps) {
  const { locale } = useBelowLanguage();
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  return exchanges.toReversed().map(({ atMs, roundTripMs, earliestMs, latestMs }) => (
    <tr key={atMs}>
      <th scope="row">{time.format(timeOf(atMs))}</th>
      <td>{formatDuration(roundTripMs, locale)}</td>
      <td>{formatSigned(earliestMs, locale, 'floor')}</td>
      <td>{formatSigned(latestMs, locale, 'ceil')}</td>
    </tr>
  ));
}
