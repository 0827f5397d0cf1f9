import { type ToggleEvent, useId, useState } from 'react';
import { copyText } from '../../lib/copy-text.ts';
import { formatDuration } from '../../lib/format-measure.ts';
import { usePageClock } from '../../lib/page-clock.ts';
import type { Frame } from '../../lib/ticker.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { TIMESTAMPS, type Timestamp, writeTimestamp } from './timestamps.ts';

/** A menu of the forms in which the time can be copied. */
export function CopyTime() {
  const { texts } = useBelowLanguage();
  const [isOpen, setOpen] = useState(false);
  const isKnown = useFrame(({ reading }) => (reading === null ? 0 : 1)) === 1;
  const id = useId();
  const onToggle = ({ newState }: ToggleEvent) => setOpen(newState === 'open');
  return (
    <>
      <button type="button" popoverTarget={id} aria-disabled={!isKnown}>
        {texts.actions.copy}
      </button>
      <div id={id} className="copy" popover="auto" onToggle={onToggle}>
        {isOpen && isKnown && <Forms />}
      </div>
    </>
  );
}

function Forms() {
  const { texts, locale } = useBelowLanguage();
  const { ticker } = usePageClock();
  const [hasBound, setBound] = useState(false);
  const [news, setNews] = useState('');
  const write = (form: Timestamp, { reading, digits }: Frame, passedMs: number) => {
    if (reading === null) return '';
    const time = writeTimestamp(form, reading.estimateMs + passedMs, digits);
    return hasBound ? `${time} ± ${formatDuration(reading.boundMs, locale)}` : time;
  };
  const copy = async (form: Timestamp) => {
    const frame = ticker.getFrame();
    // The frame is up to a second old.
    const text = write(form, frame, (performance.now() - frame.atMs) * frame.rate);
    setNews((await copyText(text)) ? texts.actions.copied(text) : texts.actions.cannotCopy(text));
  };
  return (
    <>
      {TIMESTAMPS.map((form) => (
        <CopyButton
          key={form}
          name={texts.actions.forms[form]}
          write={(frame) => write(form, frame, 0)}
          onCopy={() => void copy(form)}
        />
      ))}
      <label>
        <input
          type="checkbox"
          checked={hasBound}
          onChange={({ target }) => setBound(target.checked)}
        />
        {texts.actions.withBound}
      </label>
      <p aria-live="polite">{news}</p>
    </>
  );
}

interface CopyButtonProps {
  readonly name: string;
  readonly write: (frame: Frame) => string;
  readonly onCopy: () => void;
}

function CopyButton({ name, write, onCopy }: CopyButtonProps) {
  const text = useFrame(write);
  return (
    <button type="button" onClick={onCopy}>
      <small>{name}</small> {text}
    </button>
  );
}
