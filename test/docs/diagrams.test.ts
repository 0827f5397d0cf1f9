import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagrams } from './diagrams.ts';
import { GENERATED_DIAGRAMS } from './generated-diagrams.ts';
import { FILES, read } from './pages.ts';

const DIAGRAMS = diagrams();

for (const { page, line, name, source, picture, fingerprint } of DIAGRAMS) {
  test(`the diagram in ${page}, line ${line}, says what it is, and its picture shows it`, () => {
    assert.ok(name !== null, 'a comment above it has to name it: diagram <name>');
    assert.match(source, /^---\ntitle: "Diagram: .+"\n---\n/);
    assert.ok(FILES.includes(picture), `${picture} is missing: make pictures`);
    assert.ok(read(picture).includes(fingerprint), `${picture} shows an older one: make pictures`);
  });
}

for (const [name, generate] of Object.entries(GENERATED_DIAGRAMS)) {
  test(`the diagram ${name} is the one that the repository's files make: make pictures`, () => {
    const shown = DIAGRAMS.filter((diagram) => diagram.name === name);
    assert.deepEqual(
      shown.map(({ source }) => source),
      [generate()],
    );
  });
}

test('every drawn picture belongs to a diagram', () => {
  const pictures = DIAGRAMS.map(({ picture }) => picture);
  const drawn = FILES.filter((path) => /^docs\/images\/.*\.svg$/.test(path));
  assert.deepEqual(
    drawn.filter((path) => !pictures.includes(path)),
    [],
  );
  assert.equal(new Set(pictures).size, pictures.length, 'two diagrams have one name');
});
