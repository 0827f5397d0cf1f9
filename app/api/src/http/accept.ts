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
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim());
  const [type = '', subtype = ''] = range.split('/');
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, subtype, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** The weight of the most specific range that covers the type; 0 when none does. */
function quality(ranges: readonly MediaRange[], type: string, subtype: string): number {
  const matching =
    ranges.find((range) => range.type === type && range.subtype === subtype) ??
    ranges.find((range) => range.type === type && range.subtype === '*') ??
    ranges.find((range) => range.type === '*' && range.subtype === '*');
  return matching?.quality ?? 0;
}
