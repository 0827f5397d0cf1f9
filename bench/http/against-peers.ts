import { CONNECTIONS, compare, measureStarts } from './compare.ts';
import { printComparison } from './comparison-table.ts';
import { listComparisons } from './comparisons.ts';
import { median } from './median.ts';
import { PRODUCT } from './servers.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SECONDS = Number(process.env.ROUND_SECONDS ?? 3);

const MOST_READY_MS = 400;
const MOST_RESIDENT_MIB = 122;

/**
 * Measures the API beside its peers, a table per request, then what it takes to start and to keep.
 * Whether every target is met. `nginx` is the path of its binary.
 */
export async function measureAgainstPeers(nginx: string | undefined): Promise<boolean> {
  const readyMs = median(await measureStarts(PRODUCT, ROUNDS));
  const met: boolean[] = [];
  let residentMib = 0;
  console.log(`${CONNECTIONS} connections, one core, median of ${ROUNDS} rounds of ${SECONDS} s`);
  for (const comparison of listComparisons(nginx)) {
    const compared = await compare(comparison, { rounds: ROUNDS, seconds: SECONDS });
    met.push(printComparison(comparison.path, compared));
    residentMib = Math.max(residentMib, compared.residentMib);
  }
  console.log(
    `\nthis API: start to first answer ${readyMs.toFixed(0)} ms (at most ${MOST_READY_MS}),`,
  );
  console.log(
    `resident after any table ${residentMib.toFixed(0)} MiB (at most ${MOST_RESIDENT_MIB})`,
  );
  return met.every(Boolean) && readyMs <= MOST_READY_MS && residentMib <= MOST_RESIDENT_MIB;
}
