import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROFILES, type Profile } from './profiles.ts';
import { type Outcome, runProfiles } from './run-profiles.ts';
import { breakTable, errorTable } from './table.ts';
import { blindSpots, brokenPromises, missedAims, worseThanPeer } from './verdict.ts';

// One session of each profile; `make proof` does a million exchanges and judges the errors too.
const EXCHANGES = 2_000;

test('every profile runs, no truth escapes, and the tables have a line for each', async () => {
  const outcomes = await runProfiles(PROFILES, { exchanges: EXCHANGES, seed: 'test' });
  for (const { profile, tally } of outcomes) {
    assert.ok(tally.checks > 0, profile.name);
    assert.equal(tally.escapes, 0, profile.name);
  }
  assert.equal(errorTable(outcomes).split('\n').length, PROFILES.length + 3);
  assert.match(breakTable(outcomes), /^\| leap smear, one of two \| /m);
});

test('the same seed gives the same figures', async () => {
  const once = await runTwoSessions(profileNamed('mobile'));
  const again = await runTwoSessions(profileNamed('mobile'));
  assert.equal(errorTable(once), errorTable(again));
});

test('a device that drifts beyond the limit is caught', async () => {
  const drifting: Profile = {
    ...profileNamed('LAN'),
    drifts: () => ({ utcOnDevice: (atMs) => atMs * 1200e-6, hostOnUtc: () => () => 0 }),
  };
  assert.match(brokenPromises(await runTwoSessions(drifting)).join(), /the truth escaped/);
});

test('a break that goes unnoticed though it must not is caught', async () => {
  const lying: Profile = { ...profileNamed('lying server, alone'), surelyNoticedMs: 0 };
  assert.match(brokenPromises(await runTwoSessions(lying)).join(), /2 breaks went unnoticed/);
});

test('a witness that saw no harm is caught', async () => {
  const harmless: Profile = {
    ...profileNamed('clock step'),
    happening: () => ({ kind: 'step', atMs: 60e3, sizeMs: 0.001 }),
  };
  const outcomes = await runTwoSessions(harmless);
  assert.deepEqual(blindSpots(outcomes), ['clock step: no break did any harm']);
});

test('a library that is further off than its peer is caught', async () => {
  const [outcome] = await runTwoSessions(profileNamed('bufferbloat'));
  assert.ok(outcome !== undefined);
  const { ours, peer } = outcome.tally.hostErrorsMs;
  const swapped = { ...outcome.tally, hostErrorsMs: { ours: peer, peer: ours } };
  const outcomes = [{ ...outcome, tally: swapped }];
  assert.deepEqual(worseThanPeer(outcomes), ['bufferbloat: timesync is nearer to the host clock']);
  assert.equal(missedAims(outcomes).length, 1);
});

test('a run without any measurement meets no aim', () => {
  assert.equal(missedAims([]).length, 2);
});

function profileNamed(name: string): Profile {
  const profile = PROFILES.find((one) => one.name === name);
  assert.ok(profile !== undefined);
  return profile;
}

function runTwoSessions(profile: Profile): Promise<readonly Outcome[]> {
  const exchanges = 2 * profile.exchangesPerSession;
  return runProfiles([profile], { exchanges, seed: 'test' });
}
