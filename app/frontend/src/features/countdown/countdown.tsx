import {
  type FormEvent,
  Fragment,
  useId,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import { toLocalMs } from '../../lib/local-time.ts';
import { numberFormat } from '../../lib/number-format.ts';
import type { PageAddress } from '../../lib/page-address.ts';
import { parseInstant } from '../../lib/parse-instant.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useFrame, useMinute } from '../../lib/use-frame.ts';
import { useTitle } from '../../lib/use-title.ts';
import { type CountdownState, remainingTo, stateOf } from './remaining.ts';
import './countdown.css';

interface CountdownProps {
  readonly address: PageAddress;
}

const PARAMETER = 'until';
const NAME = 'name';
/** A longer name would not be one. */
const LONGEST_NAME = 80;

/** The limits of the field: years of four digits, in UTC as well. */
const EARLIEST = '1000-01-02T00:00:00';
const LATEST = '9999-12-30T23:59:59';

/** The time left to the instant that the page's address names, by the server's clock. */
export function Countdown({ address }: CountdownProps) {
  const { texts } = useBelowLanguage();
  const until = useSyncExternalStore(address.subscribe, () => address.get(PARAMETER) || null);
  const name = useSyncExternalStore(address.subscribe, () => nameIn(address));
  // Renders again each minute: a visitor may travel to another zone with the page open.
  useMinute();
  const untilMs = until === null ? null : parseInstant(until);
  useTitle(untilMs === null ? null : name);
  // Null while there is no instant, or the time is unknown.
  const state = useFrame(({ reading }) =>
    untilMs === null || reading === null ? null : stateOf(untilMs, reading),
  );
  return (
    <section className="countdown" aria-labelledby="countdown" data-state={state ?? undefined}>
      <h2 id="countdown">{name ?? texts.countdown.headings[state ?? 'none']}</h2>
      {untilMs !== null && (
        <>
          <TimeLeft untilMs={untilMs} />
          <Instant untilMs={untilMs} state={state} />
        </>
      )}
      {until !== null && untilMs === null && <p>{texts.countdown.noInstant(until)}</p>}
      <InstantForm
        untilMs={untilMs}
        name={name}
        isSet={until !== null}
        onSet={(instant, itsName) => {
          address.set(PARAMETER, instant);
          address.set(NAME, itsName);
        }}
      />
    </section>
  );
}

/** What the countdown is for, if the address says so. */
function nameIn(address: PageAddress): string | null {
  return address.get(NAME)?.trim().slice(0, LONGEST_NAME) || null;
}

interface TimeLeftProps {
  readonly untilMs: number;
}

function TimeLeft({ untilMs }: TimeLeftProps) {
  const { texts, locale } = useBelowLanguage();
  const left = useFrame((frame) => {
    const { days, clock } = remainingTo(untilMs, frame);
    const written = numberFormat(locale).format(days);
    return [days === 0 ? '' : texts.countdown.days(days, written), clock].join('\n');
  });
  const [days, clock] = left.split('\n');
  return (
    <p className="time-left" role="timer" aria-labelledby="countdown">
      {/* Anew with the days, so that the clock doesn't move when they are known. */}
      <Fragment key={days}>
        {days && <span>{days} </span>}
        {clock}
      </Fragment>
    </p>
  );
}

interface InstantProps {
  readonly untilMs: number;
  readonly state: CountdownState | null;
}

/** Doesn't render every second, because browsers are slow to write the name of a day. */
function Instant({ untilMs, state }: InstantProps) {
  const { texts, locale } = useBelowLanguage();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });
  const instant = format.format(untilMs);
  return (
    <p aria-live="polite">{state === null ? instant : texts.countdown.instants[state](instant)}</p>
  );
}

interface InstantFormProps {
  readonly untilMs: number | null;
  readonly name: string | null;
  /** Whether the address has a parameter, valid or not, that the stop button can remove. */
  readonly isSet: boolean;
  /** Called with an instant as RFC 3339 and what it is for; null for none. */
  readonly onSet: (instant: string | null, name: string | null) => void;
}

/** Sets the instant, in the visitor's own time. */
function InstantForm({ untilMs, name, isSet, onSet }: InstantFormProps) {
  const { texts } = useBelowLanguage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const local = untilMs === null ? '' : toLocalInput(untilMs);
  // A link may change the instant. A new field would lose the focus, so the value is set here.
  useLayoutEffect(() => {
    if (field.current !== null) field.current.value = local;
    if (nameField.current !== null) nameField.current.value = name ?? '';
  }, [local, name]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosenMs = new Date(field.current?.value ?? '').getTime();
    // The field can't express a repeated hour or fractions of a second, so an unchanged value is kept.
    const isUntouched = chosenMs === new Date(local).getTime();
    if (Number.isNaN(chosenMs)) return;
    const instant = isUntouched && untilMs !== null ? untilMs : chosenMs;
    onSet(
      new Date(instant).toISOString().replace('.000Z', 'Z'),
      nameField.current?.value.trim() || null,
    );
  };
  const stop = () => {
    // The button disappears with the countdown.
    field.current?.focus();
    onSet(null, null);
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
      <div>
        <label htmlFor={`${id}-name`}>{texts.countdown.name}</label>
        <input
          ref={nameField}
          id={`${id}-name`}
          type="text"
          maxLength={LONGEST_NAME}
          autoComplete="off"
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

/** A moment in the format of a datetime-local field: local time, to the second. */
function toLocalInput(epochMs: number): string {
  return new Date(toLocalMs(epochMs)).toISOString().slice(0, 19);
}
