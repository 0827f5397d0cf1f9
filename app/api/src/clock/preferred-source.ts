import type { ClockSource, NoOffset } from './clock-source.ts';

/**
 * Sources in order of preference: the first that gives an offset. One that contradicts itself is not
 * passed over: the operator who prefers it must learn of that.
 */
export function preferredSource(sources: readonly ClockSource[]): ClockSource {
  return {
    read() {
      const failures: NoOffset[] = [];
      for (const source of sources) {
        const reading = source.read();
        if (reading.kind === 'offset' || reading.kind === 'contradictory') return reading;
        failures.push(reading);
      }
      return mergeFailures(failures);
    },
  };
}

/** Merges readings without an offset; a lost source wins, so that its last offset holds over. */
export function mergeFailures(readings: readonly NoOffset[]): NoOffset {
  const lost = readings.find(({ kind }) => kind === 'unknown');
  const { kind, source } = lost ?? readings[0] ?? { kind: 'unknown', source: 'none' };
  return { kind, source, reason: readings.map(({ reason }) => reason).join('; ') };
}
