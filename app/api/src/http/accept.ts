import { parseWeighted } from './weighted.ts';

/**
 * Whether an `Accept` header prefers plain text to JSON (RFC 9110 §12.5.1). Without a preference,
 * or when neither is accepted, the answer is JSON.
 */
export function prefersPlainText(accept: string | undefined): boolean {
  if (accept === undefined || accept === '*/*') return false;
  const ranges = accept.toLowerCase().split(',').map(parseRange);
  return quality(ranges, 'text', 'plain') > quality(ranges, 'application', 'json');
}

interface MediaRange {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

function parseRange(text: string): MediaRange {
  const { value, weight } = parseWeighted(text);
  const [type = '', subtype = ''] = value.split('/');
  return { type, subtype, quality: weight >= 0 && weight <= 1 ? weight : 0 };
}

/** The weight of the most specific range that covers the type; 0 when none does. */
function quality(ranges: readonly MediaRange[], type: string, subtype: string): number {
  const matching =
    ranges.find((range) => range.type === type && range.subtype === subtype) ??
    ranges.find((range) => range.type === type && range.subtype === '*') ??
    ranges.find((range) => range.type === '*' && range.subtype === '*');
  return matching?.quality ?? 0;
}
