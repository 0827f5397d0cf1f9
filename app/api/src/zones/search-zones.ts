import type { ZoneSummary } from '@dataiku-assessment/contract';
import { listZones } from './zone-list.ts';

interface Searchable {
  readonly zone: ZoneSummary;
  /** Id, country and cities, folded, a line each. */
  readonly form: string;
}

const searchable = new WeakMap<readonly ZoneSummary[], readonly Searchable[]>();

/** The zones whose id, city or country contains `wanted`, without regard to case, accents and underscores. */
export function searchZones(wanted: string): ZoneSummary[] {
  const zones = listZones();
  const known = searchable.get(zones) ?? zones.map(toSearchable);
  searchable.set(zones, known);
  const form = fold(wanted);
  return known.flatMap((candidate) => (candidate.form.includes(form) ? candidate.zone : []));
}

function toSearchable(zone: ZoneSummary): Searchable {
  const { id, country, cities } = zone;
  return { zone, form: fold([id, country?.name ?? '', ...cities].join('\n')) };
}

/** Folds spellings: `São Paulo`, `sao_paulo` and `SAO PAULO` become the same. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
}
