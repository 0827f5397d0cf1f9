import type { Reset } from '@dataiku-assessment/clock-sync/follow-server';
import { type Break, MEANINGS } from './break.ts';
import type { Passage } from './simulated-exchange.ts';
import type { BreakTally, Tally } from './tally.ts';

/** Follows the break of a session: whether it is noticed, when, and how long it does harm. */
export class BreakWatch {
  readonly #happening: Break | null;
  readonly #tally: Tally;
  readonly #own: BreakTally | null;
  #lastReset: Reset | null = null;
  #exchangesSince = 0;
  #mended = false;

  constructor(happening: Break | null, tally: Tally) {
    this.#happening = happening;
    this.#tally = tally;
    this.#own = happening && {
      kind: happening.kind,
      sizeMs: Math.abs(happening.sizeMs),
      noticedAfter: null,
      harmed: false,
    };
    if (this.#own !== null) tally.breaks.push(this.#own);
  }

  /** Whether an assumption of a promise is broken at a moment. */
  isVoid(promise: 'host' | 'utc', atMs: number): boolean {
    const { kind, atMs: brokenAtMs } = this.#happening ?? {};
    if (kind === undefined || brokenAtMs === undefined || atMs < brokenAtMs) return false;
    return !this.#mended && MEANINGS[kind].voids.includes(promise);
  }

  /** Records that an interval excluded the truth because of the break. */
  harmed(): void {
    if (this.#own !== null) this.#own.harmed = true;
  }

  /** Takes note of the library's last reset; `passage` is the exchange that just ended, if any. */
  see(reset: Reset | null, atMs: number, passage: Passage | null): void {
    const tells = passage !== null && this.#tells(passage);
    if (tells) this.#exchangesSince += 1;
    if (reset === this.#lastReset) return;
    this.#lastReset = reset;
    if (reset === null || this.#own === null || !this.#isToldBy(reset, atMs)) {
      this.#tally.falseAlarms += 1;
      return;
    }
    this.#own.noticedAfter ??= this.#exchangesSince;
    if (tells && this.#happening !== null) this.#mended = MEANINGS[this.#happening.kind].mends;
  }

  /** Whether an exchange was completely after the break, on the side where the break happened. */
  #tells({ leftAtMs, reachedHostAtMs }: Passage): boolean {
    if (this.#happening === null) return false;
    const { kind, atMs } = this.#happening;
    const isOfDevice = kind === 'pause' || kind === 'suspend';
    return (isOfDevice ? leftAtMs : reachedHostAtMs) >= atMs;
  }

  #isToldBy(reset: Reset, atMs: number): boolean {
    if (this.#happening === null || atMs < this.#happening.atMs) return false;
    return MEANINGS[this.#happening.kind].toldBy.includes(reset.cause);
  }
}
