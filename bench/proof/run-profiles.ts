import type { Profile } from './profiles.ts';
import { createRandom } from './random.ts';
import { runSession } from './session.ts';
import { createTally, type Tally } from './tally.ts';

/** A profile and its counts. */
export interface Outcome {
  readonly profile: Profile;
  readonly tally: Tally;
}

export interface RunOptions {
  /** The least number of exchanges over all profiles, distributed evenly. */
  readonly exchanges: number;
  /** The same seed draws the same worlds. */
  readonly seed: string;
}

/** Runs whole sessions of each profile until there are enough exchanges. */
export async function runProfiles(
  profiles: readonly Profile[],
  { exchanges, seed }: RunOptions,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const profile of profiles) {
    const tally = createTally();
    for (let session = 0; tally.exchanges < exchanges / profiles.length; session += 1) {
      await runSession(profile, createRandom(seed, profile.name, session), tally);
    }
    outcomes.push({ profile, tally });
  }
  return outcomes;
}
