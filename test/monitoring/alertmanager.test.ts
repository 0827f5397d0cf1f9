import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { stringify } from 'yaml';
import { RULES } from '../../monitoring/rules/rule-files.ts';
import { ROUTING } from './alertmanager-routing.ts';
import { debianTool, run } from './debian-tools.ts';

suite('the example of alert routing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alertmanager-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'alertmanager.yaml');
  writeFileSync(file, stringify(ROUTING));
  const amtool = debianTool('amtool');

  test('is what Alertmanager takes', async () => {
    const { exitCode, output } = await run(amtool, ['check-config', file]);
    assert.equal(exitCode, 0, output);
    assert.match(output, /SUCCESS/);
    assert.match(output, /3 receivers/);
    assert.match(output, /5 inhibit rules/);
  });

  test('wakes somebody for what is critical, and lets the rest wait', async () => {
    const rules = Object.values(RULES).flatMap((groups) => groups.flatMap(({ rules }) => rules));
    for (const rule of rules) {
      if (!('alert' in rule)) continue;
      const labels = [`alertname=${rule.alert}`, `severity=${rule.labels.severity}`];
      const expected = rule.labels.severity === 'critical' ? 'page' : 'ticket';
      assert.equal(await receiverOf(labels), expected, rule.alert);
    }
  });

  test('tells nobody of the alert that always fires', async () => {
    assert.equal(await receiverOf(['alertname=Watchdog', 'severity=none']), 'nobody');
  });

  test('inhibits by alerts that exist', () => {
    const names = Object.values(RULES)
      .flatMap((groups) => groups.flatMap(({ rules }) => rules))
      .flatMap((rule) => ('alert' in rule ? [rule.alert] : []));
    const named = stringify(ROUTING).match(/Dataiku\w+/g) ?? [];
    assert.ok(named.length > 0);
    for (const name of named) assert.ok(names.includes(name), name);
  });

  async function receiverOf(labels: readonly string[]): Promise<string> {
    const args = ['config', 'routes', 'test', `--config.file=${file}`, ...labels];
    return (await run(amtool, args)).output.split('\n')[0] ?? '';
  }
});
