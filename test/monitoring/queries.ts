import { DASHBOARDS } from '../../monitoring/chart-files.ts';
import { ALERTS, RECORDINGS } from './all-rules.ts';
import type { Query } from './promql.ts';

/** What Grafana puts in for its variables, as far as a query sees them. */
export interface Variables {
  readonly namespace: string;
  readonly release: string;
  readonly pod: string;
  readonly __rate_interval: string;
}

interface Target {
  readonly expr: string;
  readonly refId: string;
}

/** Panels as they are in the chart; rows are none. */
export function panels() {
  return Object.entries(DASHBOARDS).flatMap(([file, { title, panels = [] }]) =>
    panels.flatMap((panel) =>
      panel.type === 'row' || !('targets' in panel)
        ? []
        : [{ file, board: title, panel, targets: (panel.targets ?? []) as unknown as Target[] }],
    ),
  );
}

/** The queries of all panels and annotations, with their variables filled in. */
export function dashboardQueries(variables: Variables): readonly Query[] {
  const ofPanels = panels().flatMap(({ board, panel, targets }) =>
    targets.map(({ expr, refId }) => ({ owner: `${board} / ${panel.title} / ${refId}`, expr })),
  );
  const ofAnnotations = Object.values(DASHBOARDS).flatMap(({ title, annotations }) =>
    (annotations?.list ?? []).map(({ name, expr = '' }) => ({ owner: `${title} / ${name}`, expr })),
  );
  return [...ofPanels, ...ofAnnotations].map(({ owner, expr }) => ({
    owner,
    expr: filledIn(expr, variables),
  }));
}

/** What dashboards ask for to fill their variables: the values of a label. */
export function variableQueries(variables: Variables) {
  return Object.values(DASHBOARDS).flatMap(({ title, templating }) =>
    (templating?.list ?? []).flatMap(({ name, query }) => {
      const [, selector, label] = /^label_values\((.*), (\w+)\)$/.exec(String(query)) ?? [];
      if (selector === undefined || label === undefined) return [];
      return [{ owner: `${title} / $${name}`, selector: filledIn(selector, variables), label }];
    }),
  );
}

/** The expressions of all rules. */
export function ruleQueries(): readonly Query[] {
  return [
    ...ALERTS.map(({ alert, expr }) => ({ owner: alert, expr })),
    ...RECORDINGS.map(({ record, expr }) => ({ owner: record, expr })),
  ];
}

function filledIn(expr: string, variables: Variables): string {
  return expr.replace(/\$(\w+)/g, (whole, name: string) =>
    name in variables ? variables[name as keyof Variables] : whole,
  );
}
