import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { copyText } from '../../lib/copy-text.ts';
import { visitorZone } from '../../lib/local-time.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { PROGRAMS, type Program, type Sample, writeSamples } from './samples.ts';
import { useTimeAnswer } from './use-time-answer.ts';
import './programs.css';

/** Names of languages are the same in every language. */
const NAMES = { curl: 'curl', javascript: 'JavaScript', python: 'Python' } as const;

/** How programs get the time, with the answer as it is now. Tabs as WAI-ARIA describes them. */
export function Programs() {
  const { texts } = useBelowLanguage();
  const [program, setProgram] = useState<Program>('curl');
  const [samples] = useState(() => writeSamples(document.baseURI, visitorZone()));
  const tabs = useRef<HTMLDivElement>(null);
  const id = useId();
  const names = { ...NAMES, embed: texts.programs.embed };
  const choose = (chosen: Program) => {
    setProgram(chosen);
    tabs.current?.querySelectorAll('button')[PROGRAMS.indexOf(chosen)]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextTab(PROGRAMS.indexOf(program), event.key);
    const chosen = next === null ? undefined : PROGRAMS[next];
    if (chosen === undefined) return;
    event.preventDefault();
    choose(chosen);
  };
  return (
    <section className="programs">
      <h2>{texts.programs.heading}</h2>
      <div role="tablist" aria-label={texts.programs.heading} ref={tabs} onKeyDown={onKeyDown}>
        {PROGRAMS.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}-${tab}`}
            aria-selected={tab === program}
            aria-controls={`${id}-panel`}
            tabIndex={tab === program ? 0 : -1}
            onClick={() => choose(tab)}
          >
            {names[tab]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${program}`}>
        <Shown key={program} sample={samples[program]} />
      </div>
      <a href="api/docs">{texts.programs.all}</a>
    </section>
  );
}

/** The tab that a key leads to from another one; null for other keys. Both ends meet. */
function nextTab(from: number, key: string): number | null {
  const last = PROGRAMS.length - 1;
  switch (key) {
    case 'ArrowRight':
      return from === last ? 0 : from + 1;
    case 'ArrowLeft':
      return from === 0 ? last : from - 1;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

interface ShownProps {
  readonly sample: Sample;
}

function Shown({ sample: { code, print } }: ShownProps) {
  const { texts } = useBelowLanguage();
  const [turn, setTurn] = useState(0);
  const [news, setNews] = useState('');
  const copy = async () => {
    setNews((await copyText(code)) ? texts.programs.copied : texts.programs.cannotCopy);
  };
  return (
    <>
      <pre>
        <code>{code}</code>
      </pre>
      <div className="answer">
        {print === null ? <Frame /> : <Answer print={print} turn={turn} />}
      </div>
      <div className="buttons">
        <button type="button" onClick={() => void copy()}>
          {texts.programs.copy}
        </button>
        {print !== null && (
          <button type="button" onClick={() => setTurn(turn + 1)}>
            {texts.programs.again}
          </button>
        )}
        <span aria-live="polite">{news}</span>
      </div>
    </>
  );
}

function Answer({
  print,
  turn,
}: {
  readonly print: NonNullable<Sample['print']>;
  readonly turn: number;
}) {
  const { texts } = useBelowLanguage();
  const { answer, isMissing } = useTimeAnswer(turn);
  const text = isMissing ? texts.programs.missing : answer && print(answer);
  return (
    <>
      <h3>{texts.programs.answer}</h3>
      <pre>
        <samp>{text ?? '…'}</samp>
      </pre>
    </>
  );
}

function Frame() {
  const { texts } = useBelowLanguage();
  const zone = visitorZone();
  return <iframe src={`embed?zone=${zone}`} title={texts.programs.frame(zone)} />;
}
