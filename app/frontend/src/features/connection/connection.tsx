import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { connectionText } from './connection-text.ts';

interface ConnectionProps {
  readonly clock: ServerClock;
}

/** Whether the server answers, in words. Announced when it changes. */
export function Connection({ clock }: ConnectionProps) {
  const state = useClockState(clock);
  const language = useLanguage();
  return (
    <p className="connection" role="status" data-connection={state.connection}>
      {connectionText(state, (monotonicMs) => clock.toServer(monotonicMs), language)}
    </p>
  );
}
