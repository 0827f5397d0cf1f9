import type { ZoneSummary } from '@dataiku-assessment/contract';
import { listZones } from './zone-list.ts';

interface Searchable {
  readonly zone: ZoneSummary;
  /** Id, country and cities, folded, a line each. */
  readonly form: string;
}

let searchable: readonly Searchable[] | undefined;

/** The zones whose id, city or country contains `wanted`, without regard to case, accents and underscores. */
export function searchZones(wanted: string): ZoneSummary[] {
  searchable ??= listZones().map((zone) => {
    const { id, country, cities } = zone;
    return { zone, form: fold([id, country?.name ?? '', ...cities].join('\n')) };
  });
  const form = fold(wanted);
  return searchable.flatMap((candidate) => (candidate.form.includes(form) ? candidate.zone : []));
}

/** Folds spellings: `São Paulo`, `sao_paulo` and `SAO PAULO` become the same. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
}
