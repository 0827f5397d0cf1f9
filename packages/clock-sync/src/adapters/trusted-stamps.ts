/**
 * The stamps of a timing entry that may replace the ones around `fetch`. both: `requestStart` and
 * `responseStart`. received: `responseStart` alone. none: neither.
 */
export type TrustedStamps = 'both' | 'received' | 'none';

/** The part of `navigator` that tells engines apart. */
export interface EngineMarks {
  readonly platform?: string;
  /** Only in Chromium, in secure contexts. */
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] };
}

/**
 * The stamps that are safe in this engine: `requestStart` was never after the request reached the
 * server, and `responseStart` never before the reply arrived. The repository's test/engines compares
 * fresh clocks with the truth, with the delay in either direction and the main thread busy and idle.
 *
 * | engine                 | recognised by                    | trusted                                  |
 * | ---------------------- | -------------------------------- | ---------------------------------------- |
 * | Chromium               | its brand                        | both                                     |
 * | WebKit on Linux        | JavaScriptCore's errors, platform | both                                    |
 * | Firefox                | SpiderMonkey's errors            | received: `requestStart` is late by ms   |
 * | Safari, everything else | nothing above                   | none: its network code was not tested    |
 *
 * Errors identify the engine in workers too, and don't change with the user agent.
 */
export function trustedStamps(
  { userAgentData, platform }: EngineMarks = navigator as EngineMarks,
  error: object = new Error(),
): TrustedStamps {
  if (userAgentData?.brands.some(({ brand }) => brand === 'Chromium')) return 'both';
  if ('fileName' in error) return 'received';
  return 'line' in error && platform?.startsWith('Linux') ? 'both' : 'none';
}
