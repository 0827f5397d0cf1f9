import { formatUtcOffset } from '../../lib/local-time.ts';

/** The day and the visitor's zone: `Monday, 23 November 2026 · Europe/Paris, UTC+1`. */
export function whereAndWhen(epochMs: number): string {
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
  const { timeZone } = day.resolvedOptions();
  const offset = formatUtcOffset(epochMs);
  const zone = timeZone === offset ? timeZone : `${timeZone}, ${offset}`;
  return `${day.format(epochMs)} · ${zone}`;
}
