import {
  type Device,
  followServer,
  type Transport,
} from '@dataiku-assessment/clock-sync/follow-server';
import { EPOCH_MS } from './epoch.ts';
import { createPeer, type Peer } from './peer.ts';
import type { Profile } from './profiles.ts';
import type { Random } from './random.ts';
import { type Passage, passThrough, TIMEOUT_MS } from './simulated-exchange.ts';
import type { Tally } from './tally.ts';
import { Witness } from './witness.ts';
import { createWorld, type World } from './world.ts';

interface Session {
  readonly world: World;
  readonly random: Random;
  readonly peer: Peer;
  readonly witness: Witness;
}

/**
 * Runs a client from its first exchange to its last, in virtual time. Its intervals are compared with the
 * truth after each exchange, at a random moment during it, and at a random moment before the next one.
 */
export async function runSession(profile: Profile, random: Random, tally: Tally): Promise<void> {
  const world = createWorld(profile, random);
  const peer = createPeer(() => world.device.wallMs());
  const witness = new Witness(world, peer, tally);
  const session = { world, random, peer, witness };
  const clock = followServer(watchedWaits(session), simulatedTransport(session));
  witness.watch(clock);
  await world.scheduler.run(() => witness.exchanges >= profile.exchangesPerSession);
  clock.close();
}

/** The device, with a reading of the clock at a random moment before each exchange. */
function watchedWaits({ world, random, witness }: Session): Device {
  return {
    ...world.device,
    setTimer(callback, delayMs) {
      world.after(random.uniform() * delayMs, () => witness.lookAsUser());
      return world.device.setTimer(callback, delayMs);
    },
  };
}

function simulatedTransport({ world, random, peer, witness }: Session): Transport {
  return () =>
    new Promise((resolve, reject) => {
      const sentAtMs = world.device.monotonicMs();
      const passage = passThrough(world, random);
      const lastsMs = passage === null ? TIMEOUT_MS : passage.cameAtMs - passage.leftAtMs;
      peer.ask();
      world.after(random.uniform() * lastsMs, () => witness.look());
      world.after(lastsMs, () => {
        if (passage === null) {
          peer.fail();
          return reject(new Error('No answer.'));
        }
        peer.receive(serverMs(passage));
        const { host, reachedHostAtMs, leftHostAtMs } = passage;
        const receivedAtMs = world.device.monotonicMs();
        resolve({ ...host.answer(reachedHostAtMs, leftHostAtMs), sentAtMs, receivedAtMs });
        // At the same moment, but after the library has processed the reply.
        world.after(0, () => witness.look(passage));
      });
    });
}

/** The answer of timesync's server: `Date.now()` of the host clock, in the middle of its processing time. */
function serverMs({ host, reachedHostAtMs, leftHostAtMs }: Passage): number {
  return Math.floor(EPOCH_MS + host.readMs((reachedHostAtMs + leftHostAtMs) / 2));
}
