/**
 * The stamps of a timing entry that may replace the ones around `fetch`. both: `requestStart` and
 * `responseStart`. received: `responseStart` alone. none: neither.
 */
export type TrustedStamps = 'both' | 'received' | 'none';

/** The part of `navigator` that tells engines apart. */
export interface EngineMarks {
  /** Only in Chromium, in secure contexts. */
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] };
}

/**
 * The stamps that are safe in this engine: `requestStart` was never after the request reached the
 * server, and `responseStart` never before the reply arrived. The repository's test/engines compares
 * fresh clocks with the truth, with the delay in either direction and the main thread busy and idle.
 *
 * | engine          | recognised by         | trusted                                                   |
 * | --------------- | --------------------- | --------------------------------------------------------- |
 * | Chromium        | its brand             | both                                                      |
 * | Firefox         | SpiderMonkey's errors | received: `requestStart` is late by ms                    |
 * | WebKit          | nothing               | none: 1 of 204 rounds excluded the truth, by 0.3 ms       |
 * | everything else | nothing               | none: not tested                                          |
 *
 * Errors identify the engine in workers too, and don't change with the user agent.
 */
export function trustedStamps(
  { userAgentData }: EngineMarks = navigator as EngineMarks,
  error: object = new Error(),
): TrustedStamps {
  if (userAgentData?.brands.some(({ brand }) => brand === 'Chromium')) return 'both';
  return 'fileName' in error ? 'received' : 'none';
}
