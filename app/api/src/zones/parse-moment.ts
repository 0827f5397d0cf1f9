/** What a client wrote: an instant, or what clocks show somewhere. */
export type Moment =
  | { readonly kind: 'instant'; readonly epochNs: bigint }
  | { readonly kind: 'wall'; readonly wall: Temporal.PlainDateTime };

const OFFSET = /(Z|[-+ ]\d\d:\d\d)$/;

/**
 * Reads RFC 3339, with or without its offset, in the form that the contract's pattern lets through.
 * A space for the offset's sign is a `+` that was not encoded in a query. Null when there is no such
 * date.
 */
export function parseMoment(text: string): Moment | null {
  try {
    if (!OFFSET.test(text)) return { kind: 'wall', wall: Temporal.PlainDateTime.from(text) };
    const instant = Temporal.Instant.from(text.replace(' ', '+'));
    return { kind: 'instant', epochNs: instant.epochNanoseconds };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
