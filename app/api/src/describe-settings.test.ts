import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { describeSettings, settingsPage } from './describe-settings.ts';
import { type Setting, Settings } from './settings.ts';

const settings = Object.entries<Setting>(Settings.properties);

for (const [variable, { title, description }] of settings) {
  test(`${variable} has a meaning and allowed values in words`, () => {
    assert.match(title ?? '', /^[A-Z].*\.$/);
    assert.match(description ?? '', /\w/);
  });
}

test('the help text has the default, the meaning and the allowed values of each setting', () => {
  const help = describeSettings();
  assert.match(help, /^ {2}PORT=8080\n {6}The public port.*\n {6}Allowed: a whole number from 0/m);
  const listed = [...help.matchAll(/^ {2}(\w+)=/gm)].map(([, variable]) => variable);
  assert.deepEqual(
    listed,
    settings.map(([variable]) => variable),
  );
});

test('docs/settings.md is up to date', () => {
  const page = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8');
  assert.ok(page === settingsPage(), 'docs/settings.md is stale: run make settings');
});
