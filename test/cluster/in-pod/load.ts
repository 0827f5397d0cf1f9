// Runs in a client's pod: asks the targets from clients that keep their connection and from clients
// that open one for each request, until standard input ends. It prints a line when each client has an
// answer, and the totals at the end. It imports nothing, so that a ConfigMap can hold it.
import * as http from 'node:http';
import * as https from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';

const CLIENTS = { kept: 20, new: 5 };
const PAUSE_MS = 100;
const TIMEOUT_MS = 10_000;
const LIMIT_MS = 1_800_000;

const targets = process.argv.slice(2);
const totals = targets.flatMap((target) =>
  (['kept', 'new'] as const).map((connections) => ({
    target,
    connections,
    requests: 0,
    failures: {} as Record<string, number>,
  })),
);
type Total = (typeof totals)[number];

let isOn = true;
const stop = () => {
  isOn = false;
};
process.stdin.resume().on('end', stop);
setTimeout(stop, LIMIT_MS).unref();

const clients = totals.flatMap((total) =>
  Array.from({ length: CLIENTS[total.connections] }, () => startClient(total)),
);
await Promise.all(clients.map(({ first }) => first));
process.stdout.write('every client has an answer\n');
await Promise.all(clients.map(({ end }) => end));
process.stdout.write(`${JSON.stringify(totals)}\n`);
process.exit();

function startClient(total: Total) {
  const { Agent } = clientOf(total.target);
  const agent = total.connections === 'kept' && new Agent({ keepAlive: true, maxSockets: 1 });
  const request = async () => {
    const failure = await ask(total.target, agent);
    total.requests += 1;
    if (failure !== undefined) total.failures[failure] = (total.failures[failure] ?? 0) + 1;
  };
  const first = request();
  return { first, end: first.then(() => keepAsking(request)) };
}

async function keepAsking(request: () => Promise<void>): Promise<void> {
  while (isOn) {
    await wait(PAUSE_MS * (0.5 + Math.random()));
    await request();
  }
}

/** What is wrong with the answer; undefined when nothing is. A request is never repeated. */
function ask(target: string, agent: http.Agent | false): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = clientOf(target).get(target, { agent, timeout: TIMEOUT_MS }, (response) => {
      response.on('error', (error) => resolve(`broken: ${error.message}`));
      response.on('end', () =>
        resolve(response.statusCode === 200 ? undefined : String(response.statusCode)),
      );
      response.resume();
    });
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

function clientOf(target: string): typeof http | typeof https {
  return target.startsWith('https:') ? https : http;
}
