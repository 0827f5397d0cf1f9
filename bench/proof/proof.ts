import { PROFILES } from './profiles.ts';
import { runProfiles } from './run-profiles.ts';
import { breakTable, errorTable } from './table.ts';
import { blindSpots, brokenPromises, missedAims, worseThanPeer } from './verdict.ts';

/**
 * Compares the library's intervals with the truth in simulated worlds, beside the npm package timesync, and
 * prints two tables. Exits with 1 when a promise is broken or an aim is missed.
 */
const EXCHANGES = Number(process.env.EXCHANGES ?? 1_000_000);
const SEED = process.env.SEED ?? 'proof';

const outcomes = await runProfiles(PROFILES, { exchanges: EXCHANGES, seed: SEED });
console.log(`${errorTable(outcomes)}\n`);
console.log(`${breakTable(outcomes)}\n`);

const complaints = [
  ...brokenPromises(outcomes),
  ...blindSpots(outcomes),
  ...worseThanPeer(outcomes),
  ...missedAims(outcomes),
];
const checks = outcomes.reduce((sum, { tally }) => sum + tally.checks, 0);
console.log(`Times in ms. ${checks.toLocaleString('en')} intervals were compared with the truth.`);
for (const complaint of complaints) console.error(`proof: ${complaint}`);
process.exitCode = complaints.length === 0 ? 0 : 1;
