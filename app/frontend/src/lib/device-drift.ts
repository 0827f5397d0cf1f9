/** The drift limit of a device's own clock, which includes slewing: the kernel's limit, 500 ppm. */
const DEVICE_DRIFT_LIMIT = 500e-6;

/** Something with a bound that was measured by the device's clock, as it is known `forMs` later. */
export function grownByDrift<T extends { readonly boundMs: number }>(known: T, forMs: number): T {
  return { ...known, boundMs: known.boundMs + Math.max(0, forMs) * DEVICE_DRIFT_LIMIT };
}
