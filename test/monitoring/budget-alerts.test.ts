import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../../monitoring/rules/rule-files.ts';
import { complaints, unseen } from './alert-case.ts';

const GROUPS = RULES['objectives.yaml'] ?? [];

const API = 'namespace="prod",release="dataiku",component="api",pod="a"';
const LABELS = { namespace: 'prod', release: 'dataiku' };

const answers = (status: number) =>
  `http_requests_total{${API},method="GET",route="/api/v1/time",status="${status}"}`;
const durations = (series: string) =>
  `http_request_duration_seconds_${series.replace('{', `{${API},route="/api/v1/time",status_class="2xx"`)}}`;
const COUNT = durations('count{');
const WITHIN_50_MS = durations('bucket{,le="0.05"');
const BOUND = `clock_bound_seconds{${API}}`;
const UNKNOWN = `clock_status{${API},status="unknown"}`;

test('failing requests page while they fail, and no longer than it takes to see the end', async () => {
  const firing = {
    labels: LABELS,
    summary: 'prod/dataiku fails its objective: few requests fail',
    description:
      '4.762% of requests failed, over the last 1h or the last 6h; the objective allows 0.1%.',
  };
  const problem = await complaints(GROUPS, {
    alert: 'DataikuErrorBudgetBurn',
    interval: '1m',
    series: { [answers(200)]: '0+600x300', [answers(500)]: '0+30x60 1800x240' },
    at: { '2m': [], '10m': [firing], '1h': [firing], '2h': [] },
  });
  assert.equal(problem, '');
});

test('failures that begin after hours without any page within the hour', async () => {
  const firing = {
    labels: LABELS,
    summary: 'prod/dataiku fails its objective: few requests fail',
    description:
      '1.667% of requests failed, over the last 1h or the last 6h; the objective allows 0.1%.',
  };
  const problem = await complaints(GROUPS, {
    alert: 'DataikuErrorBudgetBurn',
    interval: '1m',
    // Of 600 a minute 12 begin to fail: the share of six hours stays below what pages by itself.
    series: { [answers(200)]: '0+600x360 216588+588x60', [answers(500)]: '0x360 12+12x60' },
    at: { '6h': [], '6h40m': [], '6h50m': [firing] },
  });
  assert.equal(problem, '');
});

test('a share of failures within the budget pages nobody', async () => {
  const problem = await complaints(GROUPS, {
    alert: 'DataikuErrorBudgetBurn',
    interval: '1m',
    series: { [answers(200)]: '0+6000x120', [answers(500)]: '0+5x120' },
    at: { '30m': [], '2h': [] },
  });
  assert.equal(problem, '');
});

test('one failure among few requests pages nobody', async () => {
  const problem = await complaints(GROUPS, {
    alert: 'DataikuErrorBudgetBurn',
    interval: '1m',
    series: { [answers(200)]: '0+1x120', [answers(500)]: '0x20 1x100' },
    at: { '22m': [], '25m': [], '1h': [] },
  });
  assert.equal(problem, '');
});

test('requests that clients spoil are no failures', async () => {
  const problem = await complaints(GROUPS, {
    alert: 'DataikuErrorBudgetBurn',
    interval: '1m',
    series: {
      [answers(200)]: '0+600x120',
      [answers(404)]: '0+600x120',
    },
    at: { '1h': [] },
  });
  assert.equal(problem, '');
});

test('few failures for days open a ticket, and close it a quarter of a day after the last', async () => {
  const firing = {
    labels: LABELS,
    summary: 'prod/dataiku drifts away from its objective: few requests fail',
    description:
      '0.1996% of requests failed, over the last 1d or the last 3d; the objective allows 0.1%.',
  };
  const problem = await complaints(GROUPS, {
    alert: 'DataikuErrorBudgetBurnSlow',
    interval: '30m',
    series: { [answers(200)]: '0+15000x260', [answers(500)]: '0+30x166 5000x100' },
    at: { '3d': [firing], '5d': [] },
  });
  assert.equal(problem, '');
});

test('failures that stay within the budget open no ticket', async () => {
  const problem = await complaints(GROUPS, {
    alert: 'DataikuErrorBudgetBurnSlow',
    interval: '30m',
    series: { [answers(200)]: '0+30000x160', [answers(500)]: '0+27x160' },
    at: { '3d': [] },
  });
  assert.equal(problem, '');
});

test('slow answers page, and stop when answers are quick again', async () => {
  const firing = {
    labels: LABELS,
    summary: 'prod/dataiku fails its objective: requests are answered within 50 ms',
    description:
      '20% of requests took more than 50 ms, over the last 1h or the last 6h; the objective allows 1%.',
  };
  const problem = await complaints(GROUPS, {
    alert: 'DataikuLatencyBudgetBurn',
    interval: '1m',
    series: { [COUNT]: '0+600x300', [WITHIN_50_MS]: '0+480x60 28800+600x240' },
    at: { '2m': [], '10m': [firing], '2h': [] },
  });
  assert.equal(problem, '');
});

test('a few slow answers page nobody', async () => {
  const problem = await complaints(GROUPS, {
    alert: 'DataikuLatencyBudgetBurn',
    interval: '1m',
    series: { [COUNT]: '0+600x120', [WITHIN_50_MS]: '0+570x120' },
    at: { '30m': [], '2h': [] },
  });
  assert.equal(problem, '');
});

test('answers that are slow for days open a ticket, and close it when they are quick again', async () => {
  const firing = {
    labels: LABELS,
    summary: 'prod/dataiku drifts away from its objective: requests are answered within 50 ms',
    description:
      '2% of requests took more than 50 ms, over the last 1d or the last 3d; the objective allows 1%.',
  };
  const problem = await complaints(GROUPS, {
    alert: 'DataikuLatencyBudgetBurnSlow',
    interval: '30m',
    series: { [COUNT]: '0+15000x260', [WITHIN_50_MS]: '0+14700x166 2440200+15000x94' },
    at: { '3d': [firing], '5d': [] },
  });
  assert.equal(problem, '');
});

test('slow answers that stay within the budget open no ticket', async () => {
  const problem = await complaints(GROUPS, {
    alert: 'DataikuLatencyBudgetBurnSlow',
    interval: '30m',
    series: { [COUNT]: '0+15000x160', [WITHIN_50_MS]: '0+14865x160' },
    at: { '3d': [] },
  });
  assert.equal(problem, '');
});

test('a clock without a bound pages, and so does one with a wide bound', async () => {
  const firing = {
    labels: LABELS,
    summary: 'prod/dataiku fails its objective: the bound is under 100 ms',
    description:
      '100% of the time the clock had no bound under 100 ms, over the last 1h or the last 6h; the objective allows 0.1%.',
  };
  for (const bound of ['_x300', '0.2x60 0.001x240']) {
    const isAbsent = bound.startsWith('_');
    const problem = await complaints(GROUPS, {
      alert: 'DataikuClockBudgetBurn',
      interval: '1m',
      series: { [BOUND]: bound, [UNKNOWN]: '1x300' },
      at: { '1m': [], '10m': [firing], '3h': isAbsent ? [firing] : [] },
    });
    assert.equal(problem, '');
  }
});

test('a narrow bound pages nobody', async () => {
  const problem = await complaints(GROUPS, {
    alert: 'DataikuClockBudgetBurn',
    interval: '1m',
    series: { [BOUND]: '0.099x300', [UNKNOWN]: '0x300' },
    at: { '30m': [], '4h': [] },
  });
  assert.equal(problem, '');
});

test('a bound that is wide now and then for days opens a ticket, until it is narrow for long', async () => {
  const firing = {
    labels: LABELS,
    summary: 'prod/dataiku drifts away from its objective: the bound is under 100 ms',
    description:
      '14.43% of the time the clock had no bound under 100 ms, over the last 1d or the last 3d; the objective allows 0.1%.',
  };
  const problem = await complaints(GROUPS, {
    alert: 'DataikuClockBudgetBurnSlow',
    interval: '30m',
    series: {
      [BOUND]: `${'0.2 0.01x5 '.repeat(22)}0.01x140`,
      [UNKNOWN]: '0x300',
    },
    at: { '2d': [firing], '5d': [] },
  });
  assert.equal(problem, '');
});

test('a bound that stays just under its limit opens no ticket', async () => {
  const problem = await complaints(GROUPS, {
    alert: 'DataikuClockBudgetBurnSlow',
    interval: '30m',
    series: { [BOUND]: '0.099x160', [UNKNOWN]: '0x160' },
    at: { '3d': [] },
  });
  assert.equal(problem, '');
});

test('every alert of the file was seen firing, staying quiet and resolving', () => {
  assert.deepEqual(unseen(GROUPS), []);
});
