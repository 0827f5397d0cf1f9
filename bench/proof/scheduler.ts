/** Virtual time: runs events in order, without waiting. */
export interface Scheduler {
  /** The moment of the current event, in ms of the world. */
  nowMs(): number;
  /** Runs `callback` after `delayMs`, in the order of scheduling at equal times. Returns the function that cancels it. */
  after(delayMs: number, callback: () => void): () => void;
  /** Runs event after event, with all work that each starts, until `isOver` or no event is left. */
  run(isOver: () => boolean): Promise<void>;
}

interface Event {
  readonly atMs: number;
  readonly callback: () => void;
}

export function createScheduler(): Scheduler {
  let nowMs = 0;
  /** Latest first. Only a handful wait at any time. */
  const events: Event[] = [];
  return {
    nowMs: () => nowMs,
    after(delayMs, callback) {
      const event = { atMs: nowMs + Math.max(0, delayMs), callback };
      const index = events.findIndex(({ atMs }) => atMs <= event.atMs);
      events.splice(index === -1 ? events.length : index, 0, event);
      return () => {
        const index = events.indexOf(event);
        if (index !== -1) events.splice(index, 1);
      };
    },
    async run(isOver) {
      for (let event = events.pop(); event !== undefined && !isOver(); event = events.pop()) {
        nowMs = event.atMs;
        event.callback();
        await settled();
      }
    },
  };
}

/** All work that waits for promises alone is done when the next macrotask runs. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
