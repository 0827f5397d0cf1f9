export { Clock, ClockSourceName, ClockStatus, LeapIndicator } from './clock.ts';
export { CompareAnswer, CompareQuery, Passed } from './compare.ts';
export {
  ConvertAlternative,
  ConvertAnswer,
  ConvertAnswers,
  ConvertQuery,
  ConvertRequest,
  Disambiguation,
  WallTimeKind,
} from './convert.ts';
export { EventsQuery, Tick } from './events.ts';
export { IP_ADDRESS_PATTERN } from './ip-address.ts';
export { PROBLEM_MEDIA_TYPE, Problem } from './problem.ts';
export { Nonce, SyncAnswer, SyncQuery, UtcMinusHost } from './sync.ts';
export { TimeAnswer, TimeQuery, UtcInterval } from './time.ts';
export {
  TimeApiAddressQuery,
  TimeApiConversion,
  TimeApiConversionRequest,
  TimeApiDstInterval,
  TimeApiDuration,
  TimeApiError,
  TimeApiOffset,
  TimeApiTime,
  TimeApiZone,
  TimeApiZoneQuery,
} from './time-api.ts';
export {
  ANNOTATIONS_PATTERN,
  INSTANT_OR_WALL_TIME_PATTERN,
  INSTANT_PATTERN,
  ZONE_ID_PATTERN,
  ZONE_IDS_PATTERN,
} from './time-text.ts';
export { TimesyncAnswer, TimesyncError, TimesyncRequest } from './timesync.ts';
export { WorldTime, WorldTimeError, WorldTimeIds } from './world-time.ts';
export {
  LocalTimeType,
  TimezoneAnswer,
  TimezoneQuery,
  TimezonesAnswer,
  TimezonesQuery,
  ZonedView,
  ZoneSummary,
  ZoneTransition,
} from './zone.ts';
