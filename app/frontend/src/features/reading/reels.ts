import { blurOf } from '../../lib/blur.ts';
import { WHOLE_SECONDS } from '../../lib/clock-digits.ts';
import { prefersStillness } from '../../lib/motion.ts';
import type { Frame } from '../../lib/ticker.ts';

/** The time in which each digit after the decimal point runs from 0 to 9, in ms. */
const CYCLES_MS = [1_000, 100, 10] as const;

/** A reel that is off by less than this, in ms, is left running: it isn't visible, and a restart costs. */
const UNSEEN_MS = 0.5;

/** Ten digits above each other, of which one is visible. The style sheet writes them. */
const TURN: Keyframe[] = [{ transform: 'none' }, { transform: 'translateY(-100%)' }];

/** The digits below a second. The browser's compositor animates them without work for the page. */
export interface Reels {
  /** Sets each reel to a frame's time and rate. */
  draw(frame: Frame): void;
  stop(): void;
}

/**
 * Creates reels for the columns of `digits` after the seconds. Zone offsets are whole seconds, so the
 * fraction is the same in every zone.
 */
export function createReels(digits: HTMLElement): Reels {
  const running = new Map<number, Animation>();
  const halt = (cycleMs: number) => {
    running.get(cycleMs)?.cancel();
    running.delete(cycleMs);
  };
  return {
    draw(frame) {
      const { reading, atMs, rate } = frame;
      const shown = frame.digits + (blurOf(frame) === null ? 0 : 1);
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
  /** The reel's position in its cycle at `atMs`. */
  readonly phaseMs: number;
  readonly atMs: number;
  readonly rate: number;
}

/** The timeline of a document and `performance.now()` count from the same moment. */
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
