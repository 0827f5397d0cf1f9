/**
 * Which stamps of a timing entry may replace those around `fetch`. both: `requestStart` too.
 * received: `responseStart` alone. none: neither.
 */
export type TrustedStamps = 'both' | 'received' | 'none';

/** The part of `navigator` that tells engines apart. */
export interface EngineMarks {
  readonly platform?: string;
  /** Chromium alone has it, in secure contexts. */
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] };
}

/**
 * The stamps that are proven in this engine: `requestStart` was never after the server had the
 * request, `responseStart` never before the answer. The repository's test/engines hold fresh clocks
 * against the truth, with the delay on either way and the main thread busy and idle.
 *
 * | engine                 | told by                          | proven                                   |
 * | ---------------------- | -------------------------------- | ---------------------------------------- |
 * | Chromium               | its brand                        | both                                     |
 * | WebKit on Linux        | JavaScriptCore's errors, platform | both                                    |
 * | Firefox                | SpiderMonkey's errors            | received: `requestStart` is late by ms   |
 * | Safari, everything else | nothing above                   | none: its network code was not tested    |
 *
 * Errors tell the engine in workers as well, and don't follow a changed user agent.
 */
export function trustedStamps(
  { userAgentData, platform }: EngineMarks = navigator as EngineMarks,
  error: object = new Error(),
): TrustedStamps {
  if (userAgentData?.brands.some(({ brand }) => brand === 'Chromium')) return 'both';
  if ('fileName' in error) return 'received';
  return 'line' in error && platform?.startsWith('Linux') ? 'both' : 'none';
}
