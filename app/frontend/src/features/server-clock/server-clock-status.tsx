import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { useClockState } from '../../lib/use-clock-state.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { serverClockText } from './server-clock-text.ts';

interface ServerClockStatusProps {
  readonly clock: ServerClock;
}

/** How sure the server is of UTC, in a sentence. Servers give their reasons in English. */
export function ServerClockStatus({ clock }: ServerClockStatusProps) {
  const { server, samples } = useClockState(clock);
  const language = useLanguage();
  if (server === null) return <p className="server-clock">{language.texts.serverClock.notAsked}</p>;
  return (
    <p className="server-clock" data-status={server.status}>
      {serverClockText(server, samples, language)}
      {server.reason !== null && (
        <>
          {language.texts.serverClock.reasonFollows}
          <span lang="en">{server.reason}</span>
        </>
      )}
      .
    </p>
  );
}
