export { Clock, ClockSourceName, ClockStatus, LeapIndicator } from './clock.ts';
export { CompareAnswer, CompareQuery, Passed } from './compare.ts';
export { PROBLEM_MEDIA_TYPE, Problem } from './problem.ts';
export { Nonce, SyncAnswer, SyncQuery, UtcMinusHost } from './sync.ts';
export { TimeAnswer, TimeQuery, UtcInterval, ZonedView } from './time.ts';
