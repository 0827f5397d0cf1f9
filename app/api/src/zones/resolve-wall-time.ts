/** The instants of a wall time. */
export interface ResolvedWallTime {
  /** Whether clocks in the zone showed it once, twice or never. */
  readonly kind: 'unique' | 'repeated' | 'skipped';
  /** The earlier of two instants; for a skipped time, as far before the gap as it lies in it. */
  readonly earlier: Temporal.ZonedDateTime;
  readonly later: Temporal.ZonedDateTime;
}

/** Finds the instants of a wall time in a zone. */
export function resolveWallTime(wall: Temporal.PlainDateTime, zoneId: string): ResolvedWallTime {
  const earlier = wall.toZonedDateTime(zoneId, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zoneId, { disambiguation: 'later' });
  if (earlier.epochNanoseconds === later.epochNanoseconds)
    return { kind: 'unique', earlier, later };
  const isShown = earlier.toPlainDateTime().equals(wall);
  return { kind: isShown ? 'repeated' : 'skipped', earlier, later };
}
