import { useEffect } from 'react';
import { dayText, timeText } from '../../lib/date-time-format.ts';
import { toLocalMs } from '../../lib/local-time.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import type { FoundMoment } from './answers.ts';
import type { Answer, FieldState } from './use-field.ts';
import type { FoundZone } from './zone-search.ts';

interface AnswerListProps {
  /** The prefix of the options' ids. */
  readonly id: string;
  readonly field: FieldState;
}

/** The list of what the words may mean. The focus stays in the field. */
export function AnswerList({ id, field }: AnswerListProps) {
  const { texts } = useBelowLanguage();
  const { found, total, active, isOpen, pick } = field;
  // The list may open below the window. The option that Enter would pick must be visible.
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, id, active]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press must not take the field's focus, which closes the list.
    <div className="found" hidden={!isOpen} onMouseDown={(event) => event.preventDefault()}>
      {/* Chromium makes a scrollable element a tab stop unless tabIndex says otherwise. */}
      <div id={`${id}-list`} role="listbox" aria-label={texts.field.found} tabIndex={-1}>
        {found.map((answer, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys.
          <div
            key={keyOf(answer)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onClick={() => pick(answer)}
          >
            {answer.kind === 'place' ? <PlaceText {...answer} /> : <MomentText {...answer} />}
          </div>
        ))}
      </div>
      {total > found.length && <p>{texts.field.more(total - found.length)}</p>}
    </div>
  );
}

function keyOf(answer: Answer): string {
  return answer.kind === 'place'
    ? `${answer.id} ${answer.name}`
    : `${answer.atMs} ${answer.place?.id} ${answer.place?.name}`;
}

function PlaceText({ name, country, id }: FoundZone) {
  return (
    <>
      {name}
      <small>{[country, id].filter((part) => part !== '' && part !== name).join(' · ')}</small>
    </>
  );
}

/** The moment in the visitor's time, and what the text said of it. */
function MomentText({ atMs, place, localMs, hint }: FoundMoment) {
  const { texts, locale } = useBelowLanguage();
  const day = (ms: number) => dayText(ms, locale, 'full');
  const hereMs = toLocalMs(atMs);
  const here = `${texts.travel.here(timeText(hereMs, locale))}, ${day(hereMs)}`;
  const there = place === null ? null : texts.travel.there(timeText(localMs, locale), place.name);
  return (
    <>
      {there === null ? here : `${there}, ${day(localMs)}`}
      <small>
        {[there === null ? '' : here, hint === null ? '' : texts.field.hints[hint]]
          .filter((part) => part !== '')
          .join(' · ')}
      </small>
    </>
  );
}
