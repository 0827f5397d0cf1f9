import {
  along,
  bloatedBuffer,
  type Delay,
  fixed,
  jitter,
  nowAndThen,
  outages,
  queue,
  retransmission,
  turn,
} from './delays.ts';
import type { Random } from './random.ts';

/** The network between a device and the server. */
export interface Network {
  readonly forward: Delay;
  readonly back: Delay;
  /** Whether the network is down at a moment. */
  readonly isDown: (atMs: number) => boolean;
}

const neverDown = () => false;

/** A switch and two busy kernels. */
export function lan(random: Random): Network {
  const way = () =>
    along(
      fixed(random.betweenDecades(0.04, 0.3)),
      jitter(random, 0.04),
      nowAndThen(random, 0.01, 5),
    );
  return { forward: way(), back: way(), isDown: neverDown };
}

/** Fibre to the home and Wi-Fi: the same distance in both directions. */
export function broadband(random: Random): Network {
  const distance = fixed(random.between(3, 15));
  const way = () => along(distance, jitter(random, 0.8), nowAndThen(random, 0.03, 60));
  return { forward: way(), back: way(), isDown: neverDown };
}

/** LTE: uplink grants, cells that fill and empty, lost packets, tunnels. */
export function mobile(random: Random): Network {
  const distance = fixed(random.between(12, 30));
  const cell = () => queue(random, { meanMs: random.between(2, 15), memoryMs: 8e3 });
  const lost = retransmission(random, 0.01, 250);
  return {
    forward: along(distance, turn(random, 10), cell(), jitter(random, 3), lost),
    back: along(distance, cell(), jitter(random, 3), lost),
    isDown: outages(random, { everyMs: 180e3, longestMs: 60e3 }),
  };
}

/** A geostationary satellite. The uplink is longer, and also waits for its turn. */
export function satellite(random: Random): Network {
  const uplinkMs = random.between(5, 30);
  const lost = retransmission(random, 0.005, 900);
  return {
    forward: along(fixed(255 + uplinkMs), turn(random, 45), jitter(random, 4), lost),
    back: along(fixed(255), jitter(random, 4), lost),
    isDown: neverDown,
  };
}

/** A congested uplink, whose queue is hardly ever empty, and a free downlink. */
export function oneWayCongestion(random: Random): Network {
  const { forward, back } = broadband(random);
  const full = queue(random, { meanMs: random.between(20, 80), memoryMs: 10e3 });
  return { forward: along(forward, full), back, isDown: neverDown };
}

/** Bulk uploads through a modem with a buffer of up to a second. */
export function bufferbloat(random: Random): Network {
  const { forward, back } = broadband(random);
  const buffer = bloatedBuffer(random, { fullMs: random.between(200, 1_000) });
  return { forward: along(forward, buffer), back, isDown: neverDown };
}

/** Several paths: one packet in five takes a slower one, and later packets overtake it. */
export function reordering(random: Random): Network {
  const { forward, back } = broadband(random);
  const detour = () => nowAndThen(random, 0.2, 40);
  return { forward: along(forward, detour()), back: along(back, detour()), isDown: neverDown };
}
