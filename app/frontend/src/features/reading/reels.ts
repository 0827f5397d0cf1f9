import { WHOLE_SECONDS } from '../../lib/clock-digits.ts';
import { prefersStillness } from '../../lib/motion.ts';
import type { Frame } from '../../lib/ticker.ts';

/** How long the digits after the decimal point take to run once through all ten, in ms. */
const CYCLES_MS = [1_000, 100, 10] as const;

/** A reel that is off by less than this, in ms, runs on: nobody sees it, and a restart costs. */
const UNSEEN_MS = 0.5;

/** Ten digits above each other, one shown at a time; the style sheet writes them. */
const TURN: Keyframe[] = [{ transform: 'none' }, { transform: 'translateY(-100%)' }];

/** The digits below a second, run by the browser's compositor: the page itself does nothing for them. */
export interface Reels {
  /** Sets each reel to a frame's time, and lets it run on at the frame's rate. */
  draw(frame: Frame): void;
  stop(): void;
}

/**
 * Reels for the columns of `digits` behind the seconds. The offsets of zones are whole seconds, so a
 * fraction is the same in each.
 */
export function createReels(digits: HTMLElement): Reels {
  const running = new Map<number, Animation>();
  const halt = (cycleMs: number) => {
    running.get(cycleMs)?.cancel();
    running.delete(cycleMs);
  };
  return {
    draw({ reading, digits: shown, atMs, rate }) {
      const still = prefersStillness();
      for (const [index, cycleMs] of CYCLES_MS.entries()) {
        const column = digits.children[WHOLE_SECONDS + index];
        if (still || reading === null || shown <= WHOLE_SECONDS + index || column === undefined) {
          halt(cycleMs);
          continue;
        }
        const animation = running.get(cycleMs) ?? startReel(column, cycleMs);
        running.set(cycleMs, animation);
        steer(animation, { cycleMs, phaseMs: reading.estimateMs % cycleMs, atMs, rate });
      }
    },
    stop: () => CYCLES_MS.forEach(halt),
  };
}

function startReel(column: Element, cycleMs: number): Animation {
  return column.animate(TURN, {
    pseudoElement: '::after',
    duration: cycleMs,
    iterations: Number.POSITIVE_INFINITY,
    easing: 'steps(10)',
  });
}

interface Course {
  readonly cycleMs: number;
  /** Where in its cycle the reel must be at `atMs`. */
  readonly phaseMs: number;
  readonly atMs: number;
  readonly rate: number;
}

/** The timeline of a document counts as `performance.now()` does. */
function steer(animation: Animation, { cycleMs, phaseMs, atMs, rate }: Course): void {
  const startMs = atMs - phaseMs / rate;
  const before = animation.startTime;
  if (animation.playbackRate === rate && typeof before === 'number') {
    const lapMs = cycleMs / rate;
    const offMs = Math.abs(startMs - before) % lapMs;
    if (Math.min(offMs, lapMs - offMs) < UNSEEN_MS) return;
  }
  animation.playbackRate = rate;
  animation.startTime = startMs;
}
