import type { ZoneSummary } from '@dataiku-assessment/contract';
import { editDistance } from './edit-distance.ts';
import { listZones } from './zone-list.ts';
import { zonesByAbbreviation } from './zones-by-abbreviation.ts';

const NEAREST_COUNT = 3;
/** Names that differ by more than this share of their letters are not similar. */
const ALIKE_SHARE = 0.4;

interface Candidate {
  readonly id: string;
  /** Lower-case forms to compare with: the whole id, and the city alone. */
  readonly forms: readonly string[];
}

const candidates = new WeakMap<readonly ZoneSummary[], readonly Candidate[]>();

/** Up to three zone ids that use `wanted` as an abbreviation, or else similar ones, nearest first. */
export function nearestZoneIds(wanted: string): string[] {
  const abbreviated = zonesByAbbreviation(wanted);
  if (abbreviated.length > 0) return abbreviated.slice(0, NEAREST_COUNT);
  const zones = listZones();
  const known = candidates.get(zones) ?? listCandidates(zones);
  candidates.set(zones, known);
  const wantedForm = wanted.toLowerCase().replaceAll(' ', '_');
  const limit = Math.ceil(wantedForm.length * ALIKE_SHARE);
  return known
    .map(({ id, forms }) => ({ id, distance: nearestForm(wantedForm, forms, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAREST_COUNT)
    .map(({ id }) => id);
}

function nearestForm(wanted: string, forms: readonly string[], limit: number): number {
  return Math.min(...forms.map((form) => editDistance(wanted, form, limit)));
}

function listCandidates(zones: readonly ZoneSummary[]): readonly Candidate[] {
  // Among equally near ids the earlier wins: today's name before those that link to it.
  const ids = [
    ...zones.filter(({ linksTo }) => linksTo === null),
    ...zones.filter(({ linksTo }) => linksTo !== null),
  ].map(({ id }) => id);
  return [...new Set(['UTC', ...ids])].map((id) => {
    const form = id.toLowerCase();
    return { id, forms: [...new Set([form, form.slice(form.lastIndexOf('/') + 1)])] };
  });
}
