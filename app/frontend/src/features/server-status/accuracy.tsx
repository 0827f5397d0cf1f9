import { formatDuration } from '../../lib/format-measure.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { useKnowledge } from '../../lib/use-knowledge.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { accuracyWords } from './accuracy-words.ts';
import { ServerStatusLine } from './server-status.tsx';

/** How right the shown time is: in words, then in figures with their reasons. */
export function Accuracy() {
  const language = useLanguage();
  const knowledge = useKnowledge();
  const words = useFrame(({ reading }) => {
    const { lead, key } = accuracyWords(reading, language);
    return `${lead}\n${key}`;
  });
  const [lead, key] = words.split('\n');
  return (
    <div className="verdict" data-knowledge={knowledge}>
      <p className="words" key={words}>
        {lead} {key && <strong>{key}</strong>}
      </p>
      <ServerStatusLine />
      {knowledge === 'unknown' && <p className="advice">{language.texts.accuracy.advice}</p>}
      <Bound key={knowledge} />
    </div>
  );
}

/** The only part that renders every second, because the bound grows. */
function Bound() {
  const { texts, locale } = useLanguage();
  const scale = useFrame(({ reading }) => reading?.scale ?? null);
  const bound = useFrame(({ reading }) => reading && formatDuration(reading.boundMs, locale));
  if (bound === null || scale === null) {
    return (
      <p className="bound">
        <span aria-hidden="true">± ?</span>
        <span className="for-screen-readers">{texts.boundUnknown}</span>
      </p>
    );
  }
  const figures = `${texts.bound(bound)} ${texts.boundTo[scale]}`;
  const text = scale === 'host' ? `${figures} · ${texts.utcUnknown}` : figures;
  // A new element for each text, so that to a browser none moves.
  return (
    <p className="bound" key={text}>
      {text}
    </p>
  );
}
