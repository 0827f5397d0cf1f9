import { MEANINGS } from './break.ts';
import type { Outcome } from './run-profiles.ts';
import { type BreakTally, type Errors, median } from './tally.ts';

/** Over all profiles together, our median error is at most this share of the peer's. */
const MOST_OF_PEER = 0.5;
/** In each profile it is at most this many times the peer's: a satellite's asymmetry sets both errors. */
const MOST_IN_A_PROFILE = 1.1;

/** The broken promises of the library, as messages. */
export function brokenPromises(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap(({ profile, tally }) => {
    const missed = surelyNoticed({ profile, tally }).filter((one) => one.noticedAfter === null);
    const claims: readonly [boolean, string][] = [
      [tally.escapes > 0, `the truth escaped ${tally.escapes} times`],
      [tally.falseAlarms > 0, `${tally.falseAlarms} resets without a cause`],
      [missed.length > 0, `${missed.length} breaks went unnoticed`],
      [
        profile.happening === null && tally.silent > 0,
        `UTC was unknown ${tally.silent} times without a cause`,
      ],
    ];
    return claims.filter(([broken]) => broken).map(([, words]) => `${profile.name}: ${words}`);
  });
}

/**
 * The profiles whose breaks never did harm, as messages. In these, a witness that sees nothing would look
 * like a library without faults.
 */
export function blindSpots(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes
    .filter(({ tally }) => tally.breaks.some(({ kind }) => MEANINGS[kind].voids.length > 0))
    .filter(({ tally }) => !tally.breaks.some(({ harmed }) => harmed))
    .map(({ profile }) => `${profile.name}: no break did any harm`);
}

/** The profiles in which our median error is clearly larger than the peer's, as messages. */
export function worseThanPeer(outcomes: readonly Outcome[]): readonly string[] {
  const host = outcomes.filter(({ tally }) => !isWithin(tally.hostErrorsMs, MOST_IN_A_PROFILE));
  const utc = outcomes
    .filter(canKnowUtc)
    .filter(({ tally }) => !isWithin(tally.utcErrorsMs, MOST_IN_A_PROFILE));
  return [
    ...host.map(({ profile }) => `${profile.name}: timesync is nearer to the host clock`),
    ...utc.map(({ profile }) => `${profile.name}: timesync is nearer to UTC`),
  ];
}

/** The aims for our median error over all profiles that are missed, as messages. */
export function missedAims(outcomes: readonly Outcome[]): readonly string[] {
  const host = pooled(outcomes.map(({ tally }) => tally.hostErrorsMs));
  const utc = pooled(outcomes.filter(canKnowUtc).map(({ tally }) => tally.utcErrorsMs));
  const claims: readonly [boolean, string][] = [
    [!isWithin(host, MOST_OF_PEER), 'the host clock'],
    [!isWithin(utc, MOST_OF_PEER), 'UTC'],
  ];
  return claims
    .filter(([missed]) => missed)
    .map(([, what]) => `all: the error against ${what} is more than half of timesync's`);
}

/** Breaks so large that the library must notice them. */
export function surelyNoticed({ profile, tally }: Outcome): readonly BreakTally[] {
  return tally.breaks.filter(({ sizeMs }) => sizeMs >= profile.surelyNoticedMs);
}

/** Whether UTC can be known: not from a single server whose lie can't be noticed. */
export function canKnowUtc({ profile }: Outcome): boolean {
  return profile.surelyNoticedMs < Infinity;
}

export function pooled(all: readonly Errors[]): Errors {
  return { ours: all.flatMap(({ ours }) => ours), peer: all.flatMap(({ peer }) => peer) };
}

/** False when nothing was measured. */
function isWithin({ ours, peer }: Errors, shareOfPeer: number): boolean {
  return median(ours) <= median(peer) * shareOfPeer;
}
