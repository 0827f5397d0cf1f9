import { Counter, Gauge, type Registry } from 'prom-client';
import type { NewerTzdata } from '../zones/newer-tzdata.ts';
import { tzDatabase } from '../zones/tz-database.ts';

/** Exposes the release of the tz database in use, and how old it may be. */
export function meterZoneData(registry: Registry, newer: NewerTzdata): void {
  new Gauge({
    name: 'tzdb_info',
    help: 'The release of the tz database in use; the value is always 1.',
    labelNames: ['version'],
    registers: [registry],
    collect() {
      this.reset();
      this.set({ version: tzDatabase().version }, 1);
    },
  });
  new Gauge({
    name: 'tzdb_age_seconds',
    help: 'At most how old the release in use is: since the start of its year. It names no day.',
    registers: [registry],
    collect() {
      const startMs = Date.UTC(Number(tzDatabase().version.slice(0, 4)), 0);
      this.set((Date.now() - startMs) / 1000);
    },
  });
  new Counter({
    name: 'tzdb_changes_total',
    help: 'How often another release of the tz database was taken into use since the start.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(newer.changes);
    },
  });
}
