const MOST_GROWTH = 1.1;

/** Resident memory late in a load, in words, and whether it is still what it was early on. */
export function judgeGrowth(earlyMib: number, lateMib: number): { text: string; isFlat: boolean } {
  const growth = lateMib / earlyMib;
  return {
    text: `${lateMib.toFixed(0)} MiB, × ${growth.toFixed(3)} (at most ${MOST_GROWTH})`,
    isFlat: growth <= MOST_GROWTH,
  };
}
