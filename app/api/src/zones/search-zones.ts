import type { ZoneSummary } from '@dataiku-assessment/contract';
import { listZones } from './zone-list.ts';

interface Searchable {
  readonly zone: ZoneSummary;
  /** All that it can be found by, folded, a line each. */
  readonly form: string;
}

let searchable: readonly Searchable[] | undefined;

/** The zones whose id, city or country contains `wanted`; case, accents and underscores aside. */
export function searchZones(wanted: string): ZoneSummary[] {
  searchable ??= listZones().map((zone) => {
    const { id, country, cities } = zone;
    return { zone, form: fold([id, country?.name ?? '', ...cities].join('\n')) };
  });
  const form = fold(wanted);
  return searchable.flatMap((candidate) => (candidate.form.includes(form) ? candidate.zone : []));
}

/** Letters as people type them: `São Paulo`, `sao_paulo` and `SAO PAULO` are one. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
}
