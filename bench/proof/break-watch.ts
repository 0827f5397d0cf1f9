import type { Reset } from '@dataiku-assessment/clock-sync/follow-server';
import { type Break, MEANINGS } from './break.ts';
import type { Passage } from './simulated-exchange.ts';
import type { BreakTally, Tally } from './tally.ts';

/** Follows what becomes of a session's break: whether it is noticed, when, and until when it harms. */
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

  /** Whether a promise rests on an assumption that is broken at a moment. */
  isVoid(promise: 'host' | 'utc', atMs: number): boolean {
    const { kind, atMs: brokenAtMs } = this.#happening ?? {};
    if (kind === undefined || brokenAtMs === undefined || atMs < brokenAtMs) return false;
    return !this.#mended && MEANINGS[kind].voids.includes(promise);
  }

  /** A truth was outside of an interval that was void. */
  harmed(): void {
    if (this.#own !== null) this.#own.harmed = true;
  }

  /** The library's last reset after an exchange, or without one, as seen at a moment. */
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

  /** Whether an exchange is wholly after the break: of the device's side, or of the server's. */
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
