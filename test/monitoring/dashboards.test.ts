import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CHART_FILES, chartFiles, DASHBOARDS } from '../../monitoring/chart-files.ts';
import { syntaxError } from './promql.ts';
import { dashboardQueries, panels, ruleQueries } from './queries.ts';
import { repositoryPath } from './repository-path.ts';

const VARIABLES = { namespace: 'n', release: 'r', pod: '.*', __rate_interval: '2m' };

test('the chart holds what `make monitoring` writes, and nothing else', () => {
  const written = chartFiles();
  const there = ['rules', 'dashboards'].flatMap((folder) =>
    readdirSync(join(CHART_FILES, folder)).map((name) => `${folder}/${name}`),
  );
  assert.deepEqual(there.toSorted(), Object.keys(written).toSorted());
  for (const [path, text] of Object.entries(written)) {
    const committed = readFileSync(join(CHART_FILES, path), 'utf8');
    // The formatter has its own way of breaking lines in JSON.
    if (path.endsWith('.json')) assert.deepEqual(JSON.parse(committed), JSON.parse(text), path);
    else assert.equal(committed, text, path);
  }
});

test('every query is PromQL', () => {
  const shown = dashboardQueries(VARIABLES);
  for (const query of [...shown, ...ruleQueries()]) {
    assert.equal(syntaxError(query), null, query.owner);
  }
  for (const { owner, expr } of shown) {
    assert.doesNotMatch(expr, /\$/, `${owner} has a variable that nothing fills`);
  }
});

test('every panel has a title, a description, a unit, and the data source that is chosen', () => {
  for (const { board, panel, targets } of panels()) {
    const where = `${board} / ${panel.title}`;
    assert.ok(panel.title, where);
    assert.ok((panel.description ?? '').length > 20, where);
    assert.ok(panel.fieldConfig?.defaults.unit, where);
    // A heatmap's field is what it counts: its axis is the bucket's.
    if (panel.type === 'heatmap') assert.ok(panel.options?.yAxis.unit, where);
    assert.equal(panel.datasource?.uid, '$datasource', where);
    assert.ok(targets.length > 0, where);
  }
});

test('rates are taken over what fits the scrape interval and the zoom', () => {
  for (const { board, panel, targets } of panels()) {
    for (const { expr } of targets) {
      for (const [, range] of expr.replace(/"[^"]*"/g, '').matchAll(/\[([^\]]+)\]/g)) {
        assert.equal(range, '$__rate_interval', `${board} / ${panel.title}`);
      }
    }
  }
});

test('dashboards have stable names, the same variables, deployments, and links to each other', () => {
  const boards = Object.values(DASHBOARDS);
  assert.deepEqual(
    boards.map(({ uid }) => uid),
    ['dataiku-overview', 'dataiku-api', 'dataiku-clock', 'dataiku-edge'],
  );
  for (const { templating, links = [], annotations, tags } of boards) {
    assert.deepEqual(
      templating?.list?.map(({ name }) => name),
      ['datasource', 'namespace', 'release', 'pod', 'interval'],
    );
    assert.deepEqual(tags, ['dataiku']);
    assert.deepEqual(links[0]?.tags, ['dataiku']);
    assert.ok(existsSync(repositoryPath(links[1]?.url ?? '')));
    assert.equal(annotations?.list?.[0]?.name, 'Deployments');
  }
});

test('panels neither overlap nor leave the page', () => {
  for (const { title = '', panels: all = [] } of Object.values(DASHBOARDS)) {
    const taken = new Set<string>();
    for (const { gridPos } of all) {
      const { x: left = 0, y: top = 0, w: width = 0, h: height = 0 } = gridPos ?? {};
      assert.ok(width > 0 && height > 0 && left + width <= 24, title);
      for (let x = left; x < left + width; x += 1) {
        for (let y = top; y < top + height; y += 1) {
          assert.ok(!taken.has(`${x},${y}`), `${title} at ${x},${y}`);
          taken.add(`${x},${y}`);
        }
      }
    }
  }
});
