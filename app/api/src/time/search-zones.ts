import type { ZoneSummary } from '@dataiku-assessment/contract';

/** The zones whose id, city or country contains `wanted`; case, accents and underscores aside. */
export function searchZones(zones: readonly ZoneSummary[], wanted: string): ZoneSummary[] {
  const form = fold(wanted);
  return zones.filter(({ id, country, cities }) =>
    [id, country?.name ?? '', ...cities].some((text) => fold(text).includes(form)),
  );
}

/** Letters as people type them: `São Paulo`, `sao_paulo` and `SAO PAULO` are one. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
}
