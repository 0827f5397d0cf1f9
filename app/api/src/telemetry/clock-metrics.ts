import { ClockStatus, LeapIndicator } from '@dataiku-assessment/contract';
import { Counter, Gauge, type Registry } from 'prom-client';
import { boundNs } from '../clock/interval.ts';
import type { ServerClock } from '../clock/server-clock.ts';

const NS_PER_SECOND = 1e9;

/** Exposes the state of the server's clock. */
export function meterClock(registry: Registry, clock: ServerClock): void {
  meterStates(registry, clock);
  meterFigures(registry, clock);
  new Counter({
    name: 'clock_steps_total',
    help: 'Steps of the host clock and sleeps of the host.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(clock.baseChanges);
    },
  });
}

function meterStates(registry: Registry, clock: ServerClock): void {
  new Gauge({
    name: 'clock_status',
    help: 'The status of the clock: 1 for the current one, 0 for the others.',
    labelNames: ['status'],
    registers: [registry],
    collect() {
      const current = clock.read().clock.status;
      for (const status of ClockStatus.enum) this.set({ status }, status === current ? 1 : 0);
    },
  });
  new Gauge({
    name: 'clock_leap',
    help: 'The leap second announced for the end of the UTC month: 1 for the current value, 0 for the others.',
    labelNames: ['leap'],
    registers: [registry],
    collect() {
      const current = clock.read().clock.leap;
      for (const leap of LeapIndicator.enum) this.set({ leap }, leap === current ? 1 : 0);
    },
  });
}

function meterFigures(registry: Registry, clock: ServerClock): void {
  optionalGauge(registry, {
    name: 'clock_bound_seconds',
    help: 'The bound: half the width of the interval that holds UTC; absent when there is none.',
    read() {
      const { offset } = clock.read();
      return offset && Number(boundNs(offset)) / NS_PER_SECOND;
    },
  });
  optionalGauge(registry, {
    name: 'clock_drift_ratio',
    help: 'The limit of drift by which the bound grows, in seconds a second; absent when there is no bound.',
    read() {
      const { offset, clock: published } = clock.read();
      return offset && published.driftPpm / 1e6;
    },
  });
  optionalGauge(registry, {
    name: 'clock_reading_age_seconds',
    help: 'Time since the last reading that gave a bound; absent when there was none.',
    read() {
      const { readingAgeMs } = clock.read().clock;
      return readingAgeMs === null ? null : readingAgeMs / 1000;
    },
  });
  optionalGauge(registry, {
    name: 'clock_authenticated',
    help: '1 when the bound rests on authenticated NTP servers alone, else 0; absent when there is none.',
    read() {
      const { authenticated } = clock.read().clock;
      return authenticated === null ? null : Number(authenticated);
    },
  });
  optionalGauge(registry, {
    name: 'clock_tai_offset_seconds',
    help: 'TAI minus UTC; absent when no source gives it.',
    read: () => clock.read().clock.taiOffsetSeconds,
  });
}

interface OptionalGauge {
  readonly name: string;
  readonly help: string;
  /** null: the metric is absent. */
  read(): number | null;
}

function optionalGauge(registry: Registry, { name, help, read }: OptionalGauge): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      const value = read();
      if (value === null) this.remove();
      else this.set(value);
    },
  });
}
