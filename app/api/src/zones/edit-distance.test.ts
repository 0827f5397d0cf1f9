import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editDistance } from './edit-distance.ts';

const distances: readonly [a: string, b: string, distance: number][] = [
  ['paris', 'paris', 0],
  ['pari', 'paris', 1],
  ['pariss', 'paris', 1],
  ['parls', 'paris', 1],
  ['kitten', 'sitting', 3],
  ['', 'utc', 3],
  ['utc', '', 3],
];
for (const [a, b, distance] of distances) {
  test(`counts ${distance} edits from "${a}" to "${b}"`, () => {
    assert.equal(editDistance(a, b, distance), distance);
    if (distance > 0) assert.equal(editDistance(a, b, distance - 1), Number.POSITIVE_INFINITY);
  });
}
