import { after } from 'node:test';

const zoneBefore = process.env.TZ;

after(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

/** Moves the visitor to another time zone, until the tests of the file are over. */
export function visitFrom(zone: string): void {
  process.env.TZ = zone;
}
