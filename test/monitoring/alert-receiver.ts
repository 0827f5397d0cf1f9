import { json } from 'node:stream/consumers';
import { type LoopbackServer, startLoopbackServer } from '../system/loopback-server.ts';

/** An alert as Alertmanager sends it to a web hook. */
interface ReceivedAlert {
  readonly receiver: string;
  readonly status: 'firing' | 'resolved';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** What stands where Slack would. */
export interface AlertReceiver extends LoopbackServer {
  readonly received: readonly ReceivedAlert[];
  /** The first alert of this name and status, past or future. */
  alert(name: string, status: ReceivedAlert['status']): Promise<ReceivedAlert>;
}

export async function startAlertReceiver(): Promise<AlertReceiver> {
  const received: ReceivedAlert[] = [];
  const waiting = new Set<() => void>();
  const server = await startLoopbackServer(async (request, response) => {
    const { receiver, alerts } = (await json(request)) as {
      receiver: string;
      alerts: Omit<ReceivedAlert, 'receiver'>[];
    };
    received.push(...alerts.map((alert) => ({ ...alert, receiver })));
    response.end();
    for (const look of waiting) look();
  });
  return {
    ...server,
    received,
    alert(name, status) {
      return new Promise((resolve) => {
        const look = () => {
          const found = received.find(
            (one) => one.labels.alertname === name && one.status === status,
          );
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
  };
}
