import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import type { Ticker } from '../../lib/ticker.ts';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { connectionText } from './connection-text.ts';

interface ConnectionProps {
  readonly clock: SyncedClock;
  readonly ticker: Ticker;
}

/** Whether the server answers, in words. Announced when it changes. */
export function Connection({ clock, ticker }: ConnectionProps) {
  const state = useClockState(clock);
  const measuredMs = useFrame(ticker, (frame) => frame.measuredMs);
  const language = useLanguage();
  const timeAt = (monotonicMs: number) =>
    (clock.toUtc(monotonicMs) ?? clock.toServer(monotonicMs))?.estimateMs ?? null;
  return (
    <p className="connection" role="status" data-connection={state.connection}>
      {connectionText(state, measuredMs, timeAt, language)}
    </p>
  );
}
