import { fold } from '@dataiku-assessment/places/fold';
import type { BelowLanguage } from '../../lib/below-language.ts';
import type { KnownZones } from '../../lib/known-zones.ts';
import { toLocalMs, visitorZone } from '../../lib/local-time.ts';
import { isInRange } from '../../lib/shown-moment.ts';
import { momentsAroundSkipped, momentsAt, toZoneMs, type ZoneFacts } from '../../lib/zone-facts.ts';
import { meaningsOf } from './abbreviations.ts';
import {
  type NamedInstant,
  readInstant,
  readTimes,
  type SaidTime,
  splitText,
  type TimeReaders,
} from './read-moment.ts';
import type { ZoneList } from './zone-list.ts';
import { type FoundZone, findZones } from './zone-search.ts';

/** A moment that a text may mean. */
export interface FoundMoment {
  /** In ms since 1970. */
  readonly atMs: number;
  /** The place whose clocks show the time; null: the visitor's. */
  readonly place: FoundZone | null;
  /** What the clocks there show at it, in ms as if it were UTC. */
  readonly localMs: number;
  /** How the text names it, or which of two moments it is; null when that is plain. */
  readonly hint: Exclude<NamedInstant['form'], 'instant'> | 'first' | 'second' | 'skipped' | null;
}

/** What a text may mean. */
export interface Answers {
  /** The text, without spaces around it. */
  readonly words: string;
  readonly moments: readonly FoundMoment[];
  /** The best, best first. */
  readonly places: readonly FoundZone[];
  /** How many moments and places there are. */
  readonly total: number;
  /** Whether the moments come first. */
  readonly isTime: boolean;
  /** Whether the text has several meanings, so that none of them may be picked for the visitor. */
  readonly isQuestion: boolean;
  /** Whether a zone's rules were needed that the server didn't tell. */
  readonly lacksRules: boolean;
}

export interface AnswerPorts {
  readonly known: KnownZones;
  /** Loads zones and cities; null when that fails. */
  readonly loadList: () => Promise<ZoneList | null>;
  readonly loadReaders: () => Promise<TimeReaders>;
  readonly language: BelowLanguage;
  /** The present, in ms since 1970. */
  readonly nowMs: number;
}

const NOTHING = {
  moments: [],
  places: [],
  total: 0,
  isTime: false,
  isQuestion: false,
  lacksRules: false,
};

/** Finds what a text may mean: places, and moments. */
export async function findAnswers(words: string, ports: AnswerPorts): Promise<Answers> {
  if (words === '') return { words, ...NOTHING };
  const instant = readInstant(words);
  if (instant !== null) {
    const { atMs, form } = instant;
    if (!isInRange(atMs)) return { words, ...NOTHING };
    const hint = form === 'instant' ? null : form;
    const moments = [{ atMs, place: null, localMs: toLocalMs(atMs), hint }];
    return { words, ...NOTHING, moments, total: 1, isTime: true };
  }
  const readers = await ports.loadReaders();
  const split = splitText(words, readers.parser);
  const said = split && (await findMoments(split.time, split.place, readers, ports));
  const moments = said?.moments ?? [];
  // Words that are a time and nothing else don't wait for the places.
  const isTime = split !== null && moments.length > 0 && (split.place === '' || /\d/.test(words));
  if (isTime) return { words, ...NOTHING, ...said, total: moments.length, isTime };
  const list = await ports.loadList();
  const found = list === null ? null : findZones(list, words, ports.language);
  return {
    words,
    ...NOTHING,
    moments,
    places: found?.zones ?? [],
    total: moments.length + (found?.total ?? 0),
    isQuestion: found?.isQuestion ?? false,
    lacksRules: said?.lacksRules ?? false,
  };
}

/** A place that is still being typed: as many are tried. */
const MOST_PLACES = 3;

async function findMoments(time: string, place: string, readers: TimeReaders, ports: AnswerPorts) {
  const places =
    place === '' ? { zones: [null], isQuestion: false } : await placesFor(place, ports);
  const found = await Promise.all(
    places.zones.map((zone) => momentsIn(zone, time, readers, ports)),
  );
  const known = found.filter((moments) => moments !== null);
  return {
    moments: known.flat().filter(({ atMs }) => isInRange(atMs)),
    isQuestion: places.isQuestion || known.some((moments) => moments.length > 1),
    lacksRules: known.length < found.length,
  };
}

/** The places that words beside a time may mean. */
async function placesFor(words: string, { loadList, language }: AnswerPorts) {
  const list = await loadList();
  if (list === null) return { zones: [], isQuestion: false };
  const { zones, isQuestion } = findZones(list, words, language);
  const meanings = meaningsOf(fold(words)).length;
  const [best] = zones;
  const isNamed = best !== undefined && fold(best.name) === fold(words);
  return { zones: zones.slice(0, meanings || (isNamed ? 1 : MOST_PLACES)), isQuestion };
}

/** The moments at which a place's clocks show what the words say; null while its rules are unknown. */
async function momentsIn(
  place: FoundZone | null,
  time: string,
  readers: TimeReaders,
  { known, nowMs }: AnswerPorts,
): Promise<readonly FoundMoment[] | null> {
  const id = place?.id ?? visitorZone();
  const present = await known.learn(id, nowMs);
  const localNowMs = present && toZoneMs(present, nowMs);
  if (localNowMs === null) return null;
  const times = readTimes(time, localNowMs, readers);
  const found = await Promise.all(
    times.map(async (said) => {
      if ('fromNowMs' in said) {
        const { fromNowMs } = said;
        return [{ atMs: nowMs + fromNowMs, place, localMs: localNowMs + fromNowMs, hint: null }];
      }
      const facts = await known.learn(id, said.localMs);
      return facts && momentsOf(said, facts, place);
    }),
  );
  const all = found.filter((moments) => moments !== null);
  return all.length < found.length ? null : all.flat();
}

function momentsOf(
  { localMs }: Extract<SaidTime, { localMs: number }>,
  facts: ZoneFacts,
  place: FoundZone | null,
): readonly FoundMoment[] | null {
  const moments = momentsAt(facts, localMs);
  if (moments === null) return null;
  const [first = 0, second] = moments;
  if (second !== undefined) {
    return [
      { atMs: first, place, localMs, hint: 'first' },
      { atMs: second, place, localMs, hint: 'second' },
    ];
  }
  if (moments.length === 1) return [{ atMs: first, place, localMs, hint: null }];
  const around = momentsAroundSkipped(facts, localMs);
  if (around === null) return null;
  return around.map((atMs) => {
    const shownMs = toZoneMs(facts, atMs) ?? localMs;
    return { atMs, place, localMs: shownMs, hint: 'skipped' };
  });
}
