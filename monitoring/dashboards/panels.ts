import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  BigValueColorMode,
  BigValueGraphMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  StackingConfigBuilder,
  StackingMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  type Panel,
  type Threshold,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import {
  PanelBuilder as HeatmapBuilder,
  YAxisConfigBuilder,
} from '@grafana/grafana-foundation-sdk/heatmap';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** Dashboards leave the data source to who looks at them. */
export const DATASOURCE = { type: 'prometheus', uid: '$datasource' };

/** PromQL by legend, in which `{{label}}` stands for a label's value. */
type Queries = Readonly<Record<string, string>>;

interface Shown {
  readonly title: string;
  /** What it shows, and what a look at it is worth. */
  readonly description: string;
  /** Grafana's name of the unit. */
  readonly unit: string;
  readonly queries: Queries;
  /** Of 24 columns. */
  readonly span?: number;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  /** Where the colour changes, from green on. */
  readonly thresholds?: Limits;
}

/** From which value on it is orange and red; falling: up to which. */
interface Limits {
  readonly orange?: number;
  readonly red: number;
  readonly falling?: boolean;
}

const HEIGHT = 8;

/** Lines over time. */
export function lines(shown: Shown & { readonly isStacked?: boolean }): Builder<Panel> {
  const panel = frame(new TimeseriesBuilder(), shown)
    .span(shown.span ?? 12)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.Table)
        .placement(LegendPlacement.Bottom)
        .calcs(['mean', 'max', 'lastNotNull']),
    )
    .showPoints(VisibilityMode.Never)
    .fillOpacity(shown.isStacked ? 40 : 8);
  if (shown.isStacked) panel.stacking(new StackingConfigBuilder().mode(StackingMode.Normal));
  return panel;
}

/** The last value of each query, large. */
export function figures(shown: Shown): Builder<Panel> {
  return frame(new StatBuilder(), shown)
    .span(shown.span ?? 6)
    .height(5)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false))
    .colorMode(BigValueColorMode.Value)
    .graphMode(BigValueGraphMode.Area);
}

/** One band for each series: its colour is its value. */
export function states(shown: Shown): Builder<Panel> {
  return frame(new TimelineBuilder(), shown)
    .span(shown.span ?? 24)
    .mergeValues(true)
    .showValue(VisibilityMode.Never)
    .rowHeight(0.8);
}

/** How values are spread over a histogram's buckets. */
export function heatmap(shown: Shown): Builder<Panel> {
  const { title, description, unit, queries, span = 24 } = shown;
  return new HeatmapBuilder()
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .interval('$interval')
    .span(span)
    .height(HEIGHT + 1)
    .calculate(false)
    .yAxis(new YAxisConfigBuilder().unit(unit))
    .unit('reqps')
    .targets(targetsOf(queries).map((target) => target.format(PromQueryFormat.Heatmap)));
}

/** A row for each series of the moment, a column for each of its labels. */
export function table(shown: Shown): Builder<Panel> {
  const { title, description, unit, queries, span = 24 } = shown;
  return new TableBuilder()
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .interval('$interval')
    .span(span)
    .height(HEIGHT)
    .unit(unit)
    .targets(targetsOf(queries).map((target) => target.instant().format(PromQueryFormat.Table)))
    .withTransformation({
      id: 'organize',
      options: { excludeByName: { Time: true, __name__: true, job: true, endpoint: true } },
    });
}

/** What panels of lines, figures and states have in common. */
interface Frame {
  title(text: string): this;
  description(text: string): this;
  datasource(datasource: typeof DATASOURCE): this;
  interval(interval: string): this;
  height(rows: number): this;
  unit(unit: string): this;
  min(value: number): this;
  max(value: number): this;
  decimals(count: number): this;
  thresholds(thresholds: Builder<ReturnType<ThresholdsConfigBuilder['build']>>): this;
  targets(targets: DataqueryBuilder[]): this;
}

function frame<T extends Frame>(panel: T, shown: Shown): T {
  const { title, description, unit, queries, min, max, decimals, thresholds } = shown;
  panel
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .interval('$interval')
    .height(HEIGHT)
    .unit(unit)
    .targets(targetsOf(queries));
  if (min !== undefined) panel.min(min);
  if (max !== undefined) panel.max(max);
  if (decimals !== undefined) panel.decimals(decimals);
  if (thresholds !== undefined) panel.thresholds(limitsOf(thresholds));
  return panel;
}

function targetsOf(queries: Queries): DataqueryBuilder[] {
  return Object.entries(queries).map(([legend, expr], i) =>
    new DataqueryBuilder()
      .expr(expr)
      .legendFormat(legend)
      .refId(String.fromCharCode(65 + i))
      .datasource(DATASOURCE),
  );
}

function limitsOf({ orange, red, falling = false }: Limits): ThresholdsConfigBuilder {
  const between = orange === undefined ? [] : [{ value: orange, color: 'orange' }];
  const steps: Threshold[] = falling
    ? [
        { value: null, color: 'red' },
        ...between.map(() => ({ value: red, color: 'orange' })),
        { value: orange ?? red, color: 'green' },
      ]
    : [{ value: null, color: 'green' }, ...between, { value: red, color: 'red' }];
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps);
}
