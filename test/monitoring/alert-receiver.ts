import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** An alert as Alertmanager sends it to a web hook. */
interface ReceivedAlert {
  readonly receiver: string;
  readonly status: 'firing' | 'resolved';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** What stands where Slack would. */
export interface AlertReceiver {
  readonly url: string;
  readonly received: readonly ReceivedAlert[];
  /** The first alert of this name and status, past or future. */
  alert(name: string, status: ReceivedAlert['status']): Promise<ReceivedAlert>;
  close(): Promise<void>;
}

export async function startAlertReceiver(): Promise<AlertReceiver> {
  const received: ReceivedAlert[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const { receiver, alerts } = (await json(request)) as {
      receiver: string;
      alerts: Omit<ReceivedAlert, 'receiver'>[];
    };
    received.push(...alerts.map((alert) => ({ ...alert, receiver })));
    response.end();
    for (const look of waiting) look();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
