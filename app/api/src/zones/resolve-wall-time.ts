import { epochSeconds, NS_PER_SECOND } from './instant.ts';
import type { Zone } from './tz-database.ts';
import { localNs, type ZonedTime, zonedTime } from './zone.ts';

/** The instants of a wall time. */
export interface ResolvedWallTime {
  /** Whether clocks in the zone showed it once, twice or never. */
  readonly kind: 'unique' | 'repeated' | 'skipped';
  /** The earlier of two instants; for a skipped time, as far before the gap as it lies in it. */
  readonly earlier: ZonedTime;
  readonly later: ZonedTime;
}

/** No clock is further from UTC, or from what it showed before, than this. */
const DAY_SECONDS = 86_400;

/** Finds the instants of a wall time in a zone. */
export function resolveWallTime(wall: Temporal.PlainDateTime, zone: Zone): ResolvedWallTime {
  const wallNs = wall.toZonedDateTime('UTC').epochNanoseconds;
  const wallSeconds = epochSeconds(wallNs);
  const instants = offsetsAround(wallSeconds, zone)
    .map((offset) => zonedTime(wallNs - BigInt(offset) * NS_PER_SECOND, zone))
    .sort((a, b) => (a.epochNs < b.epochNs ? -1 : 1));
  const shown = instants.filter((zoned) => localNs(zoned) === wallNs);
  const [earlier, later] = shown.length > 0 ? ends(shown) : endsOfGap(wallSeconds, instants, zone);
  if (shown.length === 0) return { kind: 'skipped', earlier, later };
  return { kind: shown.length === 1 ? 'unique' : 'repeated', earlier, later };
}

/** The different offsets that clocks may have when they show a wall time. */
function offsetsAround(wallSeconds: number, { rules }: Zone): number[] {
  const first = wallSeconds - 2 * DAY_SECONDS;
  const offsets = new Set([rules.typeAt(first).offsetSeconds]);
  let transition = rules.next(first);
  while (transition !== null && transition.atSeconds <= wallSeconds + 2 * DAY_SECONDS) {
    offsets.add(transition.after.offsetSeconds);
    transition = rules.next(transition.atSeconds);
  }
  return [...offsets];
}

/** The wall time by the offsets on both sides of the gap that it lies in. */
function endsOfGap(wallSeconds: number, instants: readonly ZonedTime[], { rules }: Zone) {
  let gap = rules.next(wallSeconds - 2 * DAY_SECONDS);
  while (gap !== null && wallSeconds >= gap.atSeconds + gap.after.offsetSeconds) {
    gap = rules.next(gap.atSeconds);
  }
  const offsets = gap === null ? [] : [gap.before.offsetSeconds, gap.after.offsetSeconds];
  const wallOf = ({ epochNs }: ZonedTime) => offsets.includes(wallSeconds - epochSeconds(epochNs));
  const inGap = instants.filter(wallOf);
  return ends(inGap.length === 0 ? instants : inGap);
}

function ends(instants: readonly ZonedTime[]): readonly [ZonedTime, ZonedTime] {
  return [instants.at(0) as ZonedTime, instants.at(-1) as ZonedTime];
}
