/** A series that Prometheus computes, named `level:metric:operation`. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** For how long the expression has to hold, with its unit. */
  readonly for: string;
  readonly labels: { readonly severity: Severity };
  readonly annotations: {
    readonly summary: string;
    readonly description: string;
    readonly runbook_url: string;
  };
}

/** critical: somebody is woken. warning: somebody looks at it in working hours. */
export type Severity = 'critical' | 'warning';

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly (RecordingRule | AlertRule)[];
}

const RUNBOOKS = 'https://github.com/dataiku-assessment/dataiku-assessment/blob/main/docs/runbooks';

export interface AlertFacts {
  readonly name: string;
  readonly expr: string;
  readonly for: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly description: string;
  /** The name of a file in docs/runbooks, without `.md`. */
  readonly runbook: string;
}

/** An alert that has all that the one who gets it needs. */
export function alert(facts: AlertFacts): AlertRule {
  const { name, expr, severity, summary, description, runbook } = facts;
  return {
    alert: name,
    expr,
    for: facts.for,
    labels: { severity },
    annotations: { summary, description, runbook_url: `${RUNBOOKS}/${runbook}.md` },
  };
}
