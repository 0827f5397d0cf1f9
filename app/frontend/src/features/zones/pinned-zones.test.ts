import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from '../../lib/api.ts';
import { learnZones } from '../../lib/known-zones.ts';
import type { Place } from '../../lib/places.ts';
import type { ZoneFacts } from '../../lib/zone-facts.ts';
import { parsePin } from './pin.ts';
import { keepPinnedZones } from './pinned-zones.ts';

const PARIS: ZoneFacts = {
  id: 'Europe/Paris',
  country: 'FR',
  cities: ['Paris', 'Marseille'],
  toldMs: 0,
  offsetMs: 3_600_000,
  next: { fromMs: 5_000, offsetMs: 7_200_000 },
  years: {},
  tzdb: '2026f',
};

const PLACES: readonly Place[] = [
  {
    name: 'Lyon',
    country: 'FR',
    region: '',
    population: 522,
    zone: 'Europe/Paris',
    names: ['lyon'],
  },
];

/** Long enough for an answer, which takes one turn of the event loop. */
const settled = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A page at `search`, with what it remembers, whose server answers as `answers` say. */
function setUp(search: string, remembered: Record<string, string> = {}) {
  const stored = new Map(Object.entries(remembered));
  const query = new URLSearchParams(search);
  const asked: string[] = [];
  const moment = { ms: 0 };
  const server = { answer: (_id: string): ZoneFacts => PARIS };
  let tick = () => {};
  let leaveFor: (zones: string) => void = () => {};
  const memory = {
    read: (key: string) => stored.get(key) ?? null,
    write: (key: string, value: string | null) =>
      value === null ? stored.delete(key) : stored.set(key, value),
  };
  const known = learnZones({
    memory,
    now: () => 0,
    ticker: {
      getFrame: () => ({
        atMs: moment.ms,
        rate: 1,
        digits: 0,
        deviceOffset: null,
        measuredMs: null,
        reading: {
          estimateMs: moment.ms,
          earliestMs: moment.ms,
          latestMs: moment.ms,
          boundMs: 0,
          scale: 'utc',
        },
      }),
      subscribe: (listener) => {
        tick = listener;
        return () => {};
      },
    },
    load: async (id) => {
      asked.push(id);
      await new Promise((resolve) => setImmediate(resolve));
      return server.answer(id);
    },
  });
  const zones = keepPinnedZones({
    address: {
      get: (name) => query.get(name),
      set: (name, value) => (value === null ? query.delete(name) : query.set(name, value)),
      subscribe: (listener) => {
        leaveFor = (search) => {
          query.set('zones', search);
          listener();
        };
        return () => {};
      },
    },
    memory,
    known,
    ownZone: 'Europe/Paris',
    loadPlaces: async () => PLACES,
  });
  // As the list of rows does.
  const want = () =>
    known.want([...new Set(zones.getZones().map(({ pin }) => parsePin(pin).id))], 0, 0);
  zones.subscribe(want);
  want();
  const pins = () => zones.getZones().map(({ pin }) => pin);
  const tickAt = async (ms: number) => {
    moment.ms = ms;
    tick();
    await settled();
  };
  return {
    zones,
    pins,
    asked,
    stored,
    query,
    server,
    tickAt,
    leaveFor: (to: string) => leaveFor(to),
  };
}

test('a shared set becomes the own one of a visitor who has none and changes it', () => {
  const { zones, stored } = setUp('?zones=a,b');
  zones.remove('a');
  assert.equal(stored.get('zones'), 'b');
});

test('an address goes before the memory, and leaves it as it is', () => {
  const { pins, stored } = setUp('?zones=Asia/Tokyo,Asia/Tokyo,', { zones: 'Europe/Paris' });
  assert.deepEqual(pins(), ['Asia/Tokyo']);
  assert.equal(stored.get('zones'), 'Europe/Paris');
});

test('remembered zones come back, and stand in the address to be shared', () => {
  const { pins, query } = setUp('', { zones: 'Europe/Paris,UTC' });
  assert.deepEqual(pins(), ['Europe/Paris', 'UTC']);
  assert.equal(query.get('zones'), 'Europe/Paris,UTC');
});

test('zones are pinned once, moved and removed, in address and memory alike', () => {
  const { zones, pins, query, stored } = setUp('?zones=a,b');
  zones.add('c', 'c');
  zones.add('a', 'a');
  zones.move('c', -1);
  assert.deepEqual(pins(), ['a', 'c', 'b']);
  zones.move('a', -1);
  zones.move('b', 1);
  assert.deepEqual(pins(), ['a', 'c', 'b']);
  zones.remove('a');
  assert.deepEqual([query.get('zones'), stored.get('zones')], ['c,b', 'c,b']);
  zones.remove('b');
  zones.remove('c');
  assert.deepEqual([query.get('zones'), stored.get('zones')], [null, '']);
});

test('what the server told is remembered for when it does not answer', async () => {
  const { stored } = setUp('?zones=Europe/Paris');
  await settled();
  const { zones, server } = setUp('?zones=Europe/Paris', {
    'zone-facts': stored.get('zone-facts') ?? '',
  });
  server.answer = () => {
    throw new TypeError('Failed to fetch');
  };
  await settled();
  assert.deepEqual(zones.getZones()[0]?.facts, PARIS);
});

test('a memory that something else wrote is no memory', () => {
  const wrong = JSON.stringify({ 'Europe/Paris': { ...PARIS, offsetMs: 'x' } });
  for (const text of ['', '[', 'null', '3', '[3]', '{"Europe/Paris":null}', wrong]) {
    const { zones } = setUp('?zones=Europe/Paris', { 'zone-facts': text });
    assert.equal(zones.getZones()[0]?.facts, null);
  }
});

test('a server that does not answer is asked again, but not with each tick', async () => {
  const { asked, server, tickAt } = setUp('?zones=Europe/Paris');
  server.answer = () => {
    throw new TypeError('Failed to fetch');
  };
  await settled();
  for (const ms of [1_000, 14_999]) await tickAt(ms);
  assert.equal(asked.length, 1);
  await tickAt(15_000);
  assert.equal(asked.length, 2);
});

test('after a transition the zone is asked for again', async () => {
  const { asked, server, tickAt } = setUp('?zones=Europe/Paris');
  server.answer = () => ({ ...PARIS, next: { fromMs: 50_000, offsetMs: 7_200_000 } });
  await settled();
  await tickAt(49_999);
  assert.equal(asked.length, 1);
  await tickAt(50_000);
  assert.equal(asked.length, 2);
});

test('what was remembered is asked for again in each visit, until it is told', async () => {
  const remembered = { 'zone-facts': JSON.stringify({ 'Europe/Paris': PARIS }) };
  const { asked, server, tickAt } = setUp('?zones=Europe/Paris', remembered);
  server.answer = () => {
    throw new TypeError('Failed to fetch');
  };
  await settled();
  await tickAt(4_000);
  server.answer = () => PARIS;
  await tickAt(15_000);
  await tickAt(30_001);
  assert.equal(asked.length, 3);
});

for (const status of [404, 400]) {
  test(`a zone that the server refuses with ${status} is said to be unknown, and not asked for again`, async () => {
    const { zones, server, asked, tickAt } = setUp('?zones=Mars/Base');
    server.answer = () => {
      throw new ApiError(status);
    };
    await settled();
    assert.equal(zones.getZones()[0]?.isUnknown, true);
    await tickAt(60_000);
    assert.equal(asked.length, 1);
  });
}

test('a server that only has no time for it does not make a zone unknown', async () => {
  const { zones, server, asked, tickAt } = setUp('?zones=Europe/Paris');
  server.answer = () => {
    throw new ApiError(429);
  };
  await settled();
  assert.equal(zones.getZones()[0]?.isUnknown, false);
  await tickAt(15_000);
  assert.equal(asked.length, 2);
});

test('zones are asked for one after the other', async () => {
  const { asked } = setUp('?zones=a,b,c');
  assert.deepEqual(asked, ['a']);
  for (let turn = 0; turn < 3; turn += 1) await settled();
  assert.deepEqual(asked, ['a', 'b', 'c']);
});

test("a shared set leaves what is known of the visitor's own, and of another open page", async () => {
  const { stored } = setUp('?zones=a', { 'zone-facts': JSON.stringify({ own: PARIS }) });
  stored.set('zone-facts', JSON.stringify({ own: PARIS, other: PARIS }));
  await settled();
  assert.deepEqual(Object.keys(JSON.parse(stored.get('zone-facts') ?? '')), ['own', 'other', 'a']);
});

test('of sixty zones is remembered what was told last', async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`z${index}`, PARIS]));
  const { stored } = setUp('?zones=z0,a', { 'zone-facts': JSON.stringify(many) });
  for (let turn = 0; turn < 3; turn += 1) await settled();
  const kept = Object.keys(JSON.parse(stored.get('zone-facts') ?? ''));
  assert.equal(kept.length, 60);
  assert.deepEqual(kept.slice(-3), ['z59', 'z0', 'a']);
  assert.equal(kept[0], 'z2');
});

test('the way back leads to the set that was shown', () => {
  const { zones, pins, leaveFor } = setUp('?zones=a,b');
  zones.remove('a');
  leaveFor('a,b');
  assert.deepEqual(pins(), ['a', 'b']);
});

test('more than twenty zones are not taken in', () => {
  const many = Array.from({ length: 25 }, (_, index) => `z${index}`);
  const { zones, pins } = setUp(`?zones=${many}`);
  assert.equal(pins().length, 20);
  assert.equal(zones.add('one-more', 'one-more'), 'full');
  assert.deepEqual(pins(), many.slice(0, 20));
});

test("a shared set leaves the visitor's own as it was, but for what the visitor changes", () => {
  const { zones, pins, stored } = setUp('?zones=UTC', { zones: 'Asia/Tokyo' });
  zones.add('Europe/Paris', 'Paris');
  assert.deepEqual(pins(), ['UTC', 'Europe/Paris']);
  assert.equal(stored.get('zones'), 'Asia/Tokyo,Europe/Paris');
  zones.remove('UTC');
  assert.equal(stored.get('zones'), 'Asia/Tokyo,Europe/Paris');
});

test('a change goes on top of what another page changed meanwhile', () => {
  const { zones, stored } = setUp('?zones=a', { zones: 'a' });
  stored.set('zones', 'a,b');
  zones.add('c', 'c');
  assert.equal(stored.get('zones'), 'a,b,c');
});

test('a row is named for the city that was picked, where the server knows it there', async () => {
  const { zones, query } = setUp('?zones=Europe/Paris:Tokyo, Etc/GMT 5');
  zones.add('Europe/Paris', 'Marseille');
  assert.equal(query.get('zones'), 'Europe/Paris:Tokyo,Etc/GMT 5,Europe/Paris:Marseille');
  for (let turn = 0; turn < 3; turn += 1) await settled();
  assert.deepEqual(
    zones.getZones().map(({ name }) => name),
    ['Paris', 'Paris', 'Marseille'],
  );
});

test('a place that is pinned already is told from a new one', () => {
  const { zones, pins } = setUp('?zones=Asia/Tokyo');
  assert.equal(zones.add('Asia/Tokyo', 'Tokyo'), 'present');
  assert.equal(zones.add('Asia/Tokyo', 'Yokohama'), 'pinned');
  assert.deepEqual(pins(), ['Asia/Tokyo', 'Asia/Tokyo:Yokohama']);
});

test('a newcomer starts with the own place, UTC and two others, which no address or memory has', () => {
  const { pins, query, stored } = setUp('');
  assert.deepEqual(pins(), ['Europe/Paris', 'UTC', 'America/New_York', 'Asia/Tokyo']);
  assert.deepEqual([query.get('zones'), stored.get('zones')], [null, undefined]);
});

test('a visitor who removed all places finds none at the next visit', () => {
  const { pins } = setUp('', { zones: '' });
  assert.deepEqual(pins(), []);
});

test('a zone of a fixed offset needs no answer of the server', () => {
  const { zones, asked } = setUp('?zones=UTC%2B5:30,UTC-3');
  assert.deepEqual(
    zones.getZones().map(({ name, facts }) => [name, facts?.offsetMs]),
    [
      ['UTC+5:30', 5.5 * 3_600_000],
      ['UTC−3', -3 * 3_600_000],
    ],
  );
  assert.deepEqual(asked, []);
});

test('a city that the server does not name is looked up in the list of cities', async () => {
  const { zones } = setUp('?zones=Europe/Paris:Lyon,Europe/Paris:Any_text');
  await settled();
  assert.deepEqual(
    zones.getZones().map(({ name }) => name),
    ['Lyon', 'Paris'],
  );
});
