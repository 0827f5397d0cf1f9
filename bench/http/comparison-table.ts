import type { Compared, Measured } from './compare.ts';
import { median } from './median.ts';

/** Prints a row for each server; whether every ratio is reached and nothing went wrong. */
export function printComparison(path: string, { product, peers }: Compared): boolean {
  console.log(`\n### ${path}\n`);
  console.log('| server | requests/s | this API ÷ it | target | p50 ms | p99 ms | errors |');
  console.log('|---|---:|---:|---:|---:|---:|---:|');
  return [product, ...peers].map((one) => printRow(one, product)).every(Boolean);
}

function printRow(measured: Measured, product: Measured): boolean {
  const { server, leastRatio, results } = measured;
  const ratio = medianRatio(measured, product);
  const errors = results.reduce((sum, result) => sum + result.errors, 0);
  const cells = [
    server.name,
    median(results.map((result) => result.requestsPerSecond)).toFixed(0),
    ratio.toFixed(2),
    leastRatio === undefined ? '' : `≥ ${leastRatio}`,
    median(results.map((result) => result.p50Ms)).toFixed(2),
    median(results.map((result) => result.p99Ms)).toFixed(2),
    errors,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  return (leastRatio === undefined || ratio >= leastRatio) && errors === 0;
}

/** The median of each round's own ratio: both sides of it had the same machine. */
function medianRatio({ results }: Measured, product: Measured): number {
  return median(
    results.map(
      ({ requestsPerSecond }, i) =>
        (product.results[i]?.requestsPerSecond ?? 0) / requestsPerSecond,
    ),
  );
}
