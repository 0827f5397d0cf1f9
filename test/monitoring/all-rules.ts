import { RULES } from '../../monitoring/rules/rule-files.ts';

const rules = Object.values(RULES).flatMap((groups) => groups.flatMap(({ rules }) => rules));

/** The alerts of the chart, of all its files. */
export const ALERTS = rules.flatMap((rule) => ('alert' in rule ? [rule] : []));

/** What its rules record. */
export const RECORDINGS = rules.flatMap((rule) => ('record' in rule ? [rule] : []));
