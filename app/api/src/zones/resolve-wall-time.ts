/** The instants that a wall time may stand for. */
export interface ResolvedWallTime {
  /** Whether the clocks of the zone showed it once, twice, or never. */
  readonly kind: 'unique' | 'repeated' | 'skipped';
  /** Of two possibilities the earlier; where it was skipped, as far before the gap as it lies in. */
  readonly earlier: Temporal.ZonedDateTime;
  readonly later: Temporal.ZonedDateTime;
}

/** Finds what a wall time of a zone stands for. */
export function resolveWallTime(wall: Temporal.PlainDateTime, zoneId: string): ResolvedWallTime {
  const earlier = wall.toZonedDateTime(zoneId, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zoneId, { disambiguation: 'later' });
  if (earlier.epochNanoseconds === later.epochNanoseconds)
    return { kind: 'unique', earlier, later };
  const isShown = earlier.toPlainDateTime().equals(wall);
  return { kind: isShown ? 'repeated' : 'skipped', earlier, later };
}
