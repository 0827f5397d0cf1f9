import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { useClockState } from '../../lib/use-clock-state.ts';
import { serverClockText } from './server-clock-text.ts';

interface ServerClockStatusProps {
  readonly clock: ServerClock;
}

/** How sure the server is of UTC, in a sentence. */
export function ServerClockStatus({ clock }: ServerClockStatusProps) {
  const { server, samples } = useClockState(clock);
  if (server === null) return null;
  return (
    <p className="server-clock" data-status={server.status}>
      {serverClockText(server, samples)}
    </p>
  );
}
