import type { CityResponse } from 'maxmind';
import { ConfigError } from '../config.ts';

/** Finds the zone of an IP address; null when the database does not have it. */
export type FindZone = (address: string) => string | null;

/**
 * Opens a database of addresses in MaxMind's format, such as GeoLite2 City, and reads it into memory
 * once; null when none is configured.
 * @throws ConfigError when the file is not such a database.
 */
export async function openAddressZones(path: string | undefined): Promise<FindZone | null> {
  if (path === undefined) return null;
  try {
    const { open } = await import('maxmind');
    const reader = await open<CityResponse>(path);
    return (address) => reader.get(address)?.location?.time_zone ?? null;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(
      `GEOIP_DATABASE is ${JSON.stringify(path)}; allowed: a readable MMDB file (${reason})`,
      { cause },
    );
  }
}
