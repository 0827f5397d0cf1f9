import { type FormEvent, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { dateTimeFormat } from '../../lib/date-time-format.ts';
import { toLocalMs } from '../../lib/local-time.ts';
import { numberFormat } from '../../lib/number-format.ts';
import type { PageAddress } from '../../lib/page-address.ts';
import type { Ticker } from '../../lib/ticker.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useFrame, useMinute } from '../../lib/use-frame.ts';
import { type CountdownState, parseInstant, remainingTo, stateOf } from './remaining.ts';
import './countdown.css';

interface CountdownProps {
  readonly address: PageAddress;
  readonly ticker: Ticker;
}

const PARAMETER = 'until';

/** What the field takes: years of four digits, also once they are moved to UTC. */
const EARLIEST = '1000-01-02T00:00:00';
const LATEST = '9999-12-30T23:59:59';

/** The time left to the instant that the page's address names, by the server's clock. */
export function Countdown({ address, ticker }: CountdownProps) {
  const { texts } = useBelowLanguage();
  const until = useSyncExternalStore(address.subscribe, () => address.get(PARAMETER) || null);
  // The visitor may travel with the page open: the instant is then told in another zone.
  useMinute(ticker);
  const untilMs = until === null ? null : parseInstant(until);
  // Null while there is no instant, or no time to hold it against.
  const state = useFrame(ticker, ({ reading }) =>
    untilMs === null || reading === null ? null : stateOf(untilMs, reading),
  );
  return (
    <section className="countdown" aria-labelledby="countdown">
      <h2 id="countdown">{texts.countdown.headings[state ?? 'none']}</h2>
      {untilMs !== null && (
        <>
          <TimeLeft untilMs={untilMs} ticker={ticker} />
          <Instant untilMs={untilMs} state={state} />
        </>
      )}
      {until !== null && untilMs === null && <p>{texts.countdown.noInstant(until)}</p>}
      <InstantForm
        untilMs={untilMs}
        isSet={until !== null}
        onSet={(instant) => address.set(PARAMETER, instant)}
      />
    </section>
  );
}

interface TimeLeftProps {
  readonly untilMs: number;
  readonly ticker: Ticker;
}

function TimeLeft({ untilMs, ticker }: TimeLeftProps) {
  const { texts, locale } = useBelowLanguage();
  const left = useFrame(ticker, (frame) => {
    const { days, clock } = remainingTo(untilMs, frame);
    const written = numberFormat(locale).format(days);
    return [days === 0 ? '' : texts.countdown.days(days, written), clock].join('\n');
  });
  const [days, clock] = left.split('\n');
  return (
    <p className="time-left" role="timer" aria-labelledby="countdown">
      {days && <span>{days} </span>}
      {clock}
    </p>
  );
}

interface InstantProps {
  readonly untilMs: number;
  readonly state: CountdownState | null;
}

/** Not rendered with each second: the browser takes long over the names of a day. */
function Instant({ untilMs, state }: InstantProps) {
  const { texts, locale } = useBelowLanguage();
  const format = dateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });
  const instant = format.format(untilMs);
  return (
    <p aria-live="polite">{state === null ? instant : texts.countdown.instants[state](instant)}</p>
  );
}

interface InstantFormProps {
  readonly untilMs: number | null;
  /** Whether there is something to stop, be it an instant or not. */
  readonly isSet: boolean;
  /** Called with an instant as RFC 3339, or null for none. */
  readonly onSet: (instant: string | null) => void;
}

/** Sets the instant, in the visitor's own time. */
function InstantForm({ untilMs, isSet, onSet }: InstantFormProps) {
  const { texts } = useBelowLanguage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const local = untilMs === null ? '' : toLocalInput(untilMs);
  // A link may change the instant. The field is not made anew for it: that would take its focus.
  useLayoutEffect(() => {
    if (field.current !== null) field.current.value = local;
  }, [local]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosenMs = new Date(field.current?.value ?? '').getTime();
    // An hour that comes twice, and what is less than a second, the field can't tell: they stay.
    const isUntouched = chosenMs === new Date(local).getTime();
    if (isUntouched || Number.isNaN(chosenMs)) return;
    onSet(new Date(chosenMs).toISOString().replace('.000Z', 'Z'));
  };
  const stop = () => {
    // The button is gone with the countdown.
    field.current?.focus();
    onSet(null);
  };
  return (
    <form onSubmit={onSubmit}>
      <div>
        <label htmlFor={id}>{texts.countdown.instant}</label>
        <input
          ref={field}
          id={id}
          type="datetime-local"
          step="1"
          min={EARLIEST}
          max={LATEST}
          required
        />
      </div>
      <button type="submit">{texts.countdown.start}</button>
      {isSet && (
        <button type="button" onClick={stop}>
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
