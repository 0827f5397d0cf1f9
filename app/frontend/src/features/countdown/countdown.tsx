import { type FormEvent, useId, useSyncExternalStore } from 'react';
import { toLocalMs } from '../../lib/local-time.ts';
import { numberFormat } from '../../lib/number-format.ts';
import type { PageAddress } from '../../lib/page-address.ts';
import type { Ticker } from '../../lib/ticker.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { parseInstant, remainingTo } from './remaining.ts';
import './countdown.css';

interface CountdownProps {
  readonly address: PageAddress;
  readonly ticker: Ticker;
}

const PARAMETER = 'until';

/** The time left to the instant that the page's address names, by the server's clock. */
export function Countdown({ address, ticker }: CountdownProps) {
  const { texts } = useLanguage();
  const until = useSyncExternalStore(address.subscribe, () => address.get(PARAMETER));
  const untilMs = until === null ? null : parseInstant(until);
  return (
    <section className="countdown" aria-labelledby="countdown">
      <h2 id="countdown">
        {until === null ? texts.countdown.headingAtFirst : texts.countdown.heading}
      </h2>
      {untilMs !== null && <TimeLeft untilMs={untilMs} ticker={ticker} />}
      {until !== null && untilMs === null && <p>{texts.countdown.noInstant(until)}</p>}
      <InstantForm untilMs={untilMs} onSet={(instant) => address.set(PARAMETER, instant)} />
    </section>
  );
}

interface TimeLeftProps {
  readonly untilMs: number;
  readonly ticker: Ticker;
}

function TimeLeft({ untilMs, ticker }: TimeLeftProps) {
  const { texts, locale } = useLanguage();
  const left = useFrame(ticker, ({ reading }) => {
    if (reading === null) return null;
    const { state, days, clock } = remainingTo(untilMs, reading);
    const written = numberFormat(locale).format(days);
    return [state, days === 0 ? '' : texts.countdown.days(days, written), clock].join('\n');
  });
  const [state, days, clock] = left?.split('\n') ?? [];
  return (
    <>
      <p className="time-left" role="timer" data-state={state}>
        {days !== '' && <span>{days} </span>}
        {clock ?? '––:––:––'}
      </p>
      <Instant untilMs={untilMs} ticker={ticker} />
    </>
  );
}

/** Not rendered with each second: the browser takes long over the names of a day. */
function Instant({ untilMs, ticker }: TimeLeftProps) {
  const { texts, locale } = useLanguage();
  const state = useFrame(ticker, ({ reading }) =>
    reading === null ? 'ahead' : remainingTo(untilMs, reading).state,
  );
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });
  return <p aria-live="polite">{texts.countdown[state](instant.format(untilMs))}</p>;
}

interface InstantFormProps {
  readonly untilMs: number | null;
  /** Called with an instant as RFC 3339, or null for none. */
  readonly onSet: (instant: string | null) => void;
}

/** Sets the instant, in the visitor's own time. */
function InstantForm({ untilMs, onSet }: InstantFormProps) {
  const { texts } = useLanguage();
  const id = useId();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosenMs = new Date(String(new FormData(event.currentTarget).get(PARAMETER))).getTime();
    if (!Number.isNaN(chosenMs)) onSet(new Date(chosenMs).toISOString().replace('.000Z', 'Z'));
  };
  return (
    // A link may change the instant: the form then starts over with it.
    <form key={untilMs} onSubmit={onSubmit}>
      <div>
        <label htmlFor={id}>{texts.countdown.instant}</label>
        <input
          id={id}
          name={PARAMETER}
          type="datetime-local"
          step="1"
          required
          defaultValue={untilMs === null ? undefined : toLocalInput(untilMs)}
        />
      </div>
      <button type="submit">{texts.countdown.start}</button>
      {untilMs !== null && (
        <button type="button" onClick={() => onSet(null)}>
          {texts.countdown.stop}
        </button>
      )}
    </form>
  );
}

/** A moment as a field of the browser takes it: local, to the second. */
function toLocalInput(epochMs: number): string {
  return new Date(toLocalMs(epochMs)).toISOString().slice(0, 19);
}
