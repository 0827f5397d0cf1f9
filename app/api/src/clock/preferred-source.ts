import type { ClockSource, NoBound } from './clock-source.ts';

/**
 * Sources in order of preference: the first that gives a bound. One that contradicts itself is not
 * passed over: whoever prefers it must learn of that.
 */
export function preferredSource(sources: readonly ClockSource[]): ClockSource {
  return {
    read() {
      const silent: NoBound[] = [];
      for (const source of sources) {
        const reading = source.read();
        if (reading.kind === 'bound' || reading.kind === 'contradictory') return reading;
        silent.push(reading);
      }
      return silence(silent);
    },
  };
}

/**
 * What several sources without a bound come to. A source that is only lost decides: the bound that
 * it gave before still holds, whatever another one never knew.
 */
export function silence(readings: readonly NoBound[]): NoBound {
  const lost = readings.find(({ kind }) => kind === 'unknown');
  const { kind, source } = lost ?? readings[0] ?? { kind: 'unknown', source: 'none' };
  return { kind, source, reason: readings.map(({ reason }) => reason).join('; ') };
}
