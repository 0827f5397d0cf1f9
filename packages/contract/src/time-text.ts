/** The years of a text's date, and those of them with a 29 February, as parts of a pattern. */
interface Years {
  readonly all: string;
  readonly leap: string;
}

const FROM_0001_TO_9998: Years = {
  all: '(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-8][0-9]{3}|9[0-8][0-9]{2}|99[0-8][0-9]|999[0-8])',
  leap: '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)',
};
/** A leap year in the calendar of ISO 8601. */
const YEAR_0000: Years = { all: '0000', leap: '0000' };
const YEAR_9999: Years = { all: '9999', leap: '' };
const FROM_1900_TO_2100: Years = {
  all: '(?:19[0-9]{2}|20[0-9]{2}|2100)',
  leap: '(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)',
};

function date({ all, leap }: Years): string {
  const days = [
    '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])',
    '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)',
    '02-(?:0[1-9]|1[0-9]|2[0-8])',
  ].join('|');
  return leap === '' ? `${all}-(?:${days})` : `(?:${all}-(?:${days})|${leap}-02-29)`;
}

/** Seconds may be left out. A second 60 is taken where there was a leap second. */
const TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:\\.[0-9]{1,9})?)?';
/** An offset from UTC with one of these signs. A space is a `+` that a client did not percent-encode. */
function offset(signs: '-+ ' | '+ ' | '-'): string {
  return `(?:[Zz]|[${signs}](?:[01][0-9]|2[0-3]):[0-5][0-9])`;
}
const ZONE = '(?:\\[!?[A-Za-z0-9._+:/-]{1,64}\\])?';
/** Of the annotations with a key, only the calendar is known, and may be critical. */
const KEYS =
  '(?:\\[!?u-ca=[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\\])?(?:\\[[a-z_][a-z0-9_-]*=[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\\])*';

/** The zone, and annotations with a key. */
export const ANNOTATIONS_PATTERN = `^${ZONE}${KEYS}$`;

/** So many digits that the count of this unit lies in the years 1900 to 2100. */
function epoch(decimals: 0 | 3 | 6 | 9): string {
  const [least, most] = decimals === 0 ? [0, 8] : [decimals + 7, decimals + 8];
  const short = `[1-9][0-9]{${least},${most}}`;
  const after = `(?:${short}|[1-3][0-9]{${decimals + 9}}|40[0-9]{${decimals + 8}})`;
  const before = `-(?:${short}|1[0-9]{${decimals + 9}}|2[01][0-9]{${decimals + 8}})`;
  return `${after}|${before}`;
}

/** A count since 1970: its length tells the unit. */
const EPOCH = ['0', epoch(0), epoch(3), epoch(6), epoch(9)].join('|');

function dateTime(years: Years, signs: '-+ ' | '+ ' | '-'): string {
  return `${date(years)}[Tt ]${TIME}${offset(signs)}`;
}

/** In the first and the last year, only with offsets that don't lead out of it. */
const ANY_DATE_TIME = [
  dateTime(FROM_0001_TO_9998, '-+ '),
  dateTime(YEAR_0000, '-'),
  dateTime(YEAR_9999, '+ '),
].join('|');

/**
 * An instant that a client sends: RFC 3339, then annotations as in RFC 9557; or a count since 1970.
 * Lower-case t and z, a space for the T, and no seconds are taken too.
 */
export const INSTANT_PATTERN = `^(?:(?:${ANY_DATE_TIME})${ZONE}${KEYS}|${EPOCH})$`;

/** The same from 1900 to 2100, or a wall time, which has no offset and no zone. */
export const INSTANT_OR_WALL_TIME_PATTERN = `^(?:${dateTime(FROM_1900_TO_2100, '-+ ')}${ZONE}${KEYS}|${date(FROM_1900_TO_2100)}[Tt ]${TIME}${KEYS}|${EPOCH})$`;

/** A wall time from 1900 to 2100 alone, without a second 60. */
export const WALL_TIME_PATTERN = `^${date(FROM_1900_TO_2100)}[Tt ]${TIME.replace('|60', '')}$`;

/** The longest text of either form that is read, in characters. */
export const TIME_TEXT_LIMIT = 128;

/** The id of a zone. A space is a `+` that a client did not percent-encode, as in `Etc/GMT+5`. */
export const ZONE_ID_PATTERN = '^[A-Za-z0-9_+/ -]+$';

/** 1 to 20 ids of zones. */
export const ZONE_IDS_PATTERN = '^[A-Za-z0-9_+/ -]+(?:,[A-Za-z0-9_+/ -]+){0,19}$';
