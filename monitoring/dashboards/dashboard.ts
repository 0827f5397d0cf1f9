import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  AnnotationQueryBuilder,
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  IntervalVariableBuilder,
  type Panel,
  QueryVariableBuilder,
  RowBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DATASOURCE } from './panels.ts';

/** The release that is looked at. */
export const OURS = 'namespace="$namespace",release="$release"';
/** Its API's pods, as far as they are chosen. */
export const API = `${OURS},component="api",pod=~"$pod"`;

const TAG = 'dataiku';
const RUNBOOKS = 'https://github.com/dataiku-assessment/dataiku-assessment/tree/main/docs/runbooks';
/** A version that was not there before: a deployment, or a step of it back. */
const DEPLOYMENTS =
  `count by (version, commit) (dataiku_build_info{${OURS}})` +
  ` unless on (version, commit) count by (version, commit) (dataiku_build_info{${OURS}} offset 5m)`;

export interface DashboardFacts {
  /** Stable: links and bookmarks hold on to it. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** Panels by the title of their row. */
  readonly rows: Readonly<Record<string, readonly Builder<Panel>[]>>;
}

/** A dashboard with what all of ours share: variables, links, deployments. */
export function dashboard({ uid, title, description, rows }: DashboardFacts): Dashboard {
  const board = new DashboardBuilder(`Dataiku / ${title}`)
    .uid(uid)
    .description(description)
    .tags([TAG])
    .timezone('browser')
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-6h', to: 'now' })
    .refresh('30s')
    .readonly()
    .variables(variables())
    .annotation(
      new AnnotationQueryBuilder()
        .name('Deployments')
        .datasource(DATASOURCE)
        .enable(true)
        .iconColor('blue')
        .expr(DEPLOYMENTS)
        .step('60s')
        .titleFormat('{{version}}')
        .textFormat('commit {{commit}}'),
    )
    .links([
      new DashboardLinkBuilder('Dataiku')
        .type(DashboardLinkType.Dashboards)
        .tags([TAG])
        .asDropdown(false)
        .includeVars(true)
        .keepTime(true),
      new DashboardLinkBuilder('Runbooks')
        .type(DashboardLinkType.Link)
        .url(RUNBOOKS)
        .targetBlank(true),
    ]);
  for (const [name, panels] of Object.entries(rows)) {
    board.withRow(new RowBuilder(name));
    for (const panel of panels) board.withPanel(panel);
  }
  return board.build();
}

function variables() {
  return [
    new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'),
    labelValues('namespace', 'Namespace', 'dataiku_build_info'),
    labelValues('release', 'Release', 'dataiku_build_info{namespace="$namespace"}'),
    labelValues('pod', 'Pod', `dataiku_build_info{${OURS}}`)
      .multi(true)
      .includeAll(true)
      .allValue('.*'),
    new IntervalVariableBuilder('interval')
      .label('Resolution')
      .values('30s,1m,5m,30m,2h')
      .auto(false)
      .current({ text: '30s', value: '30s' }),
  ];
}

function labelValues(label: string, title: string, series: string): QueryVariableBuilder {
  return new QueryVariableBuilder(label)
    .label(title)
    .datasource(DATASOURCE)
    .query(`label_values(${series}, ${label})`)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc);
}
