/** One member of an `Accept` or `Accept-Encoding` header. */
export interface Weighted {
  readonly value: string;
  /** 1 when it has none, NaN when it is not a number (RFC 9110 §12.4.2). */
  readonly weight: number;
}

/** Parses a member of such a header. */
export function parseWeighted(text: string): Weighted {
  const [value = '', ...parameters] = text.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return { value, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
}
