/** Where a clock reads at some moment: surely within [earliest, latest], in ms since 1970. */
export interface Interval {
  /** The best estimate. */
  readonly estimateMs: number;
  readonly earliestMs: number;
  readonly latestMs: number;
  /** The truth is at most this far from the estimate. */
  readonly boundMs: number;
}
