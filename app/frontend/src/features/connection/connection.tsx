import { usePageClock } from '../../lib/page-clock.ts';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { connectionText } from './connection-text.ts';

/** Whether the server answers, as a sentence. Screen readers announce changes. */
export function Connection() {
  const { clock } = usePageClock();
  const state = useClockState();
  const measuredMs = useFrame((frame) => frame.measuredMs);
  const language = useLanguage();
  const timeAt = (monotonicMs: number) =>
    (clock.toUtc(monotonicMs) ?? clock.toServer(monotonicMs))?.estimateMs ?? null;
  return (
    <p className="connection" role="status" data-connection={state.connection}>
      {connectionText(state, measuredMs, timeAt, language)}
    </p>
  );
}
