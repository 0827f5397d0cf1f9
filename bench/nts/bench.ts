import { randomBytes } from 'node:crypto';
import { openReply, sealRequest } from '../../app/api/src/ntp/nts/sealed-packet.ts';
import { loadSiv } from '../../app/api/src/ntp/nts/siv.ts';
import { encodeRequest } from '../../app/api/src/ntp/packet.ts';
import { median } from '../http/median.ts';

/**
 * Measures what authentication adds to an exchange: the time to seal a request, before its stamp, and
 * to open the reply, after it. Both are of 228 bytes, as with chrony. "first" is that of a process
 * that has just loaded the cipher.
 */
const EXCHANGES = 2000;

const header = encodeRequest(randomBytes(8).readBigUInt64BE());
const secrets = {
  identifier: randomBytes(32),
  cookie: randomBytes(100),
  placeholders: 0,
  key: randomBytes(32),
};
const loadMs = (await timeOf(loadSiv)).ms;
const siv = await loadSiv();
// Not before: it has the cipher of its own.
const { sealedReply } = await import('../../app/api/src/ntp/nts/sealed-reply.fixture.ts');
const reply = sealedReply(header, { ...secrets, cookies: [randomBytes(100)] });

const seals: number[] = [];
const opens: number[] = [];
for (let i = 0; i < EXCHANGES; i += 1) {
  seals.push((await timeOf(() => sealRequest(header, secrets, siv))).ms);
  const { ms, result } = await timeOf(() => openReply(reply, secrets, siv));
  if ('failure' in result) throw new Error(`the reply does not open: ${result.failure}`);
  opens.push(ms);
}
console.log(
  `NTS: the cipher loaded in ${inMs(loadMs)}; request of ${sealRequest(header, secrets, siv).length} bytes, reply of ${reply.length}`,
);
for (const [what, times] of Object.entries({ seal: seals, open: opens })) {
  const half = times.slice(EXCHANGES / 2);
  const p99 = half.toSorted((a, b) => a - b)[Math.floor(half.length * 0.99)] ?? Number.NaN;
  console.log(
    `  ${what}: first ${inMs(times[0] ?? Number.NaN)}, warm ${inMs(median(half))}, p99 ${inMs(p99)}`,
  );
}

async function timeOf<T>(run: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const startedAtMs = performance.now();
  const result = await run();
  return { ms: performance.now() - startedAtMs, result };
}

function inMs(ms: number): string {
  return `${ms.toFixed(3)} ms`;
}
