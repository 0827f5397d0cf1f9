import type { TimezonesAnswer, ZoneSummary } from '@dataiku-assessment/contract';
import { askApi } from '../../lib/api.ts';
import type { BelowLanguage } from '../../lib/below-language.ts';
import { countryName, zoneName } from './zone-text.ts';

/** A zone that was found. */
export interface FoundZone {
  readonly id: string;
  /** The city that was asked for, or else the one that the zone is named for. */
  readonly name: string;
  readonly country: string;
}

const SHOWN = 8;
/** More are asked for than are shown: the server sorts by id, the page by what fits. */
const ASKED = '200';
/** Shorter parts of a country's name fit too many. */
const LEAST_COUNTRY_LETTERS = 3;

/** Asks the server for zones by city, country or id, best first. */
export async function searchZones(
  wanted: string,
  language: BelowLanguage,
  signal: AbortSignal,
): Promise<readonly FoundZone[]> {
  const queries = [wanted, ...englishCountries(wanted, language)];
  const answers = await Promise.all(
    queries.map((q) => askApi<TimezonesAnswer>('/api/v1/timezones', { q, limit: ASKED }, signal)),
  );
  return rankZones(
    answers.flatMap(({ timezones }) => timezones),
    wanted,
    language,
  );
}

/** The best fits: a city or a zone of that name, then one that begins so, then the rest. */
export function rankZones(
  zones: readonly ZoneSummary[],
  wanted: string,
  language: BelowLanguage,
): readonly FoundZone[] {
  const form = fold(wanted);
  const ranked = new Map<string, FoundZone & { readonly rank: number }>();
  for (const { id, linksTo, country, cities } of zones) {
    // A link's cities are those of the zone that it leads to: it is only known by its own name.
    const names = linksTo === null ? [zoneName(id), ...cities] : [zoneName(id)];
    const fits = [...names, id].map((name) => fitOf(fold(name), form));
    const best = Math.min(...fits);
    if (linksTo !== null && best === NO_FIT) continue;
    const name = names[fits.indexOf(best)] ?? zoneName(id);
    const found = { id, name, country: countryName(country?.code ?? null, language) };
    ranked.set(id, { ...found, rank: best });
  }
  return [...ranked.values()].toSorted((a, b) => a.rank - b.rank).slice(0, SHOWN);
}

const NO_FIT = 3;

function fitOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : NO_FIT;
}

const MOST_COUNTRIES = 2;

/** The server knows countries in English alone: `Allemagne` is asked for as Germany as well. */
function englishCountries(wanted: string, { code, locale }: BelowLanguage): readonly string[] {
  const form = fold(wanted);
  if (code === 'en' || form.length < LEAST_COUNTRY_LETTERS) return [];
  const options = { type: 'region', fallback: 'none' } as const;
  const own = new Intl.DisplayNames(locale, options);
  const english = new Intl.DisplayNames('en', options);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const regions = letters.flatMap((first) => letters.map((second) => first + second));
  const fitting = regions.filter((region) => fold(own.of(region) ?? '').startsWith(form));
  // Codes that were withdrawn have the names of those that followed.
  const names = new Set(fitting.flatMap((region) => english.of(region) ?? []));
  return [...names].slice(0, MOST_COUNTRIES);
}

/** Letters as people type them: accents, case and underscores aside. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').trim().toLowerCase();
}
