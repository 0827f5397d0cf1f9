import { editDistance } from './edit-distance.ts';

/** Ids that people ask for and that Intl doesn't list: it names the links' older targets instead. */
const UNLISTED_IDS = [
  'UTC',
  'GMT',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'America/Argentina/Buenos_Aires',
  'America/Nuuk',
  'Atlantic/Faroe',
  'Europe/Kyiv',
];
const NEAREST_COUNT = 3;
/** Names that differ by more than this share of their letters don't look alike. */
const ALIKE_SHARE = 0.4;

interface Candidate {
  readonly id: string;
  /** Lower-case forms to compare with: the whole id, and the city alone. */
  readonly forms: readonly string[];
}

let candidates: readonly Candidate[] | undefined;

/** Up to three zone ids that look like `wanted`, nearest first. */
export function nearestZoneIds(wanted: string): string[] {
  candidates ??= listCandidates();
  const wantedForm = wanted.toLowerCase().replaceAll(' ', '_');
  const limit = Math.ceil(wantedForm.length * ALIKE_SHARE);
  return candidates
    .map(({ id, forms }) => ({ id, distance: nearestForm(wantedForm, forms, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAREST_COUNT)
    .map(({ id }) => id);
}

function nearestForm(wanted: string, forms: readonly string[], limit: number): number {
  const distances = forms
    // The difference in length is a lower bound of the distance, and free.
    .filter((form) => Math.abs(form.length - wanted.length) <= limit)
    .map((form) => editDistance(wanted, form));
  return Math.min(...distances);
}

function listCandidates(): readonly Candidate[] {
  // Among equally near ids the earlier wins: today's name before the one that Intl lists.
  return [...new Set([...UNLISTED_IDS, ...Intl.supportedValuesOf('timeZone')])].map((id) => {
    const form = id.toLowerCase();
    return { id, forms: [...new Set([form, form.slice(form.lastIndexOf('/') + 1)])] };
  });
}
