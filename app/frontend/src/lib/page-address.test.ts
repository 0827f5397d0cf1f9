import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPageAddress } from './page-address.ts';

function open(search: string) {
  const location = { pathname: '/', search, hash: '#top' } as Location;
  const shown: string[] = [];
  const history = {
    replaceState(_data: unknown, _title: string, url: string) {
      shown.push(url);
      location.search = /\?[^#]*/.exec(url)?.[0] ?? '';
    },
  } as unknown as History;
  return { shown, address: readPageAddress({ location, history, addEventListener() {} }) };
}

test('a parameter is set beside the others, readably', () => {
  const { shown, address } = open('?until=2027-01-01T00:00:00Z');
  address.set('zones', 'Europe/Paris,Asia/Tokyo');
  assert.deepEqual(shown, ['/?until=2027-01-01T00:00:00Z&zones=Europe/Paris,Asia/Tokyo#top']);
  assert.equal(address.get('zones'), 'Europe/Paris,Asia/Tokyo');
});

test('what a reader would take for something else stays escaped', () => {
  const { shown, address } = open('');
  address.set('zones', 'Etc/GMT+5 & #');
  assert.deepEqual(shown, ['/?zones=Etc/GMT%2B5+%26+%23#top']);
  assert.equal(address.get('zones'), 'Etc/GMT+5 & #');
});

test('a parameter that is taken away leaves no question mark, and everyone is told', () => {
  const { shown, address } = open('?zones=Europe/Paris');
  let told = 0;
  address.subscribe(() => (told += 1));
  address.set('zones', null);
  assert.deepEqual([shown, told], [['/#top'], 1]);
});
