import { RELEASE } from '../series.ts';
import { badName, LEAST_BAD, OBJECTIVES, type Objective, ratioName } from './objectives.ts';
import { type AlertRule, alert, type Severity } from './rule.ts';
import { threshold, thresholdInWords } from './thresholds.ts';

/** Both windows have to burn: the long one shows that it matters, the short one that it goes on. */
interface Burn {
  /** How many times faster than what would use up the budget in 30 days. */
  readonly rate: number;
  readonly long: string;
  readonly short: string;
}

/** Site Reliability Workbook, chapter 5, table 5-8: 2 % of the budget in 1 h, 5 % in 6 h, … */
const PAGE: readonly Burn[] = [
  { rate: 14.4, long: '1h', short: '5m' },
  { rate: 6, long: '6h', short: '30m' },
];
/** … and 10 % in 1 d or 3 d. */
const TICKET: readonly Burn[] = [
  { rate: 3, long: '1d', short: '2h' },
  { rate: 1, long: '3d', short: '6h' },
];

/** For each objective one alert that wakes somebody, and one that waits for the morning. */
export function budgetAlerts(): readonly AlertRule[] {
  return OBJECTIVES.flatMap((objective) => [
    burnAlert(objective, PAGE, 'critical'),
    burnAlert(objective, TICKET, 'warning'),
  ]);
}

function burnAlert(objective: Objective, burns: readonly Burn[], severity: Severity): AlertRule {
  const isPage = severity === 'critical';
  return alert({
    name: isPage ? objective.alert : `${objective.alert}Slow`,
    expr: burns.map((burn) => `(${burning(objective, burn)})`).join(' or '),
    for: isPage ? '2m' : '15m',
    severity,
    summary: `{{ $labels.namespace }}/{{ $labels.release }} ${isPage ? 'fails' : 'drifts away from'} its objective: ${objective.promise}`,
    description: `{{ $value | humanizePercentage }} ${objective.badness}, over the ${windowsInWords(burns)}; the objective allows ${thresholdInWords(objective.name)}.`,
    runbook: objective.runbook,
  });
}

function burning(objective: Objective, { rate, long, short }: Burn): string {
  const limit = `${rate} * ${threshold(objective.name)}`;
  const both = `${ratioName(objective, long)} > ${limit} and ${ratioName(objective, short)} > ${limit}`;
  if (objective.badInAnHour === null) return both;
  const counted = `${badName(objective)} >= ${LEAST_BAD}`;
  // Over a day or more there are enough requests, or else nobody to disappoint.
  return long === '1h' || long === '6h' ? `${both} and on (${RELEASE}) ${counted}` : both;
}

function windowsInWords(burns: readonly Burn[]): string {
  const [first, second] = burns.map(({ long }) => `last ${long}`);
  return `${first} or the ${second}`;
}
