import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { CHART_FILES } from '../../monitoring/chart-files.ts';
import { DELIVERY_GROUPS } from '../gitops/monitoring-stack.ts';
import { ALERTS, alertsOf } from './all-rules.ts';
import { debianTool, run } from './debian-tools.ts';
import { repositoryPath } from './repository-path.ts';

const RUNBOOKS = join(import.meta.dirname, '../../docs/runbooks');
const PAGES = readdirSync(RUNBOOKS).filter((name) => name !== 'README.md');
const EVERY_ALERT = [...ALERTS, ...alertsOf(DELIVERY_GROUPS)];

test("promtool finds nothing wrong with the chart's rules, nor with the platform's", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'delivery.yaml'), stringify({ groups: DELIVERY_GROUPS }));
  const ofChart = readdirSync(join(CHART_FILES, 'rules'));
  const files = [
    ...ofChart.map((name) => join(CHART_FILES, 'rules', name)),
    join(folder, 'delivery.yaml'),
  ];
  const args = ['check', 'rules', '--lint=all', '--lint-fatal', ...files];
  const { exitCode, output } = await run(debianTool('promtool'), args);
  assert.equal(exitCode, 0, output);
  assert.equal(output.match(/SUCCESS: [1-9]\d* rules found/g)?.length, files.length, output);
});

test('every alert says how grave it is, what is wrong, and where', () => {
  for (const { alert, labels, annotations } of EVERY_ALERT) {
    assert.match(labels.severity, /^(critical|warning)$/, alert);
    assert.ok(annotations.summary.length > 10, alert);
    assert.ok(annotations.description.length > 10, alert);
  }
  for (const { alert, annotations } of ALERTS) {
    assert.match(annotations.summary, /\{\{.*\$labels/, alert);
    assert.match(annotations.description, /\{\{.*\$(labels|value)/, alert);
  }
});

test('every alert links a runbook that exists and names it, and every runbook has an alert', () => {
  const linked = EVERY_ALERT.map(({ alert, labels, annotations }) => {
    const path = repositoryPath(annotations.runbook_url);
    const named = `\`${alert}\` (${labels.severity})`;
    assert.ok(readFileSync(path, 'utf8').includes(named), `${path} lacks ${named}`);
    return path;
  });
  assert.deepEqual(
    PAGES.map((name) => join(RUNBOOKS, name)).toSorted(),
    [...new Set(linked)].toSorted(),
  );
});

test('the list of runbooks has each by its title, with its alerts', () => {
  const list = readFileSync(join(RUNBOOKS, 'README.md'), 'utf8');
  const rows = [...list.matchAll(/^\| \[(.+)\]\((.+)\) +\| (.+?) +\|$/gm)].map(
    ([, title, page, alerts]) => `${page}: ${title}: ${alerts}`,
  );
  const pages = PAGES.map((page) => {
    const text = readFileSync(join(RUNBOOKS, page), 'utf8');
    const title = /^# (.*)$/m.exec(text)?.[1];
    const alerts = /^Alerts: ([^.]*)\.$/m.exec(text)?.[1]?.replace(/\s+/g, ' ');
    return `${page}: ${title}: ${alerts}`;
  });
  assert.deepEqual(rows.toSorted(), pages.toSorted());
});

test('every runbook says what it means, how to look and what to do', () => {
  for (const page of PAGES) {
    const text = readFileSync(join(RUNBOOKS, page), 'utf8');
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, ['What it means', 'How to look', 'What to do'], page);
  }
});
