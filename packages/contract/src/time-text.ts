/** The years of a text's date, and those of them with a 29 February, as parts of a pattern. */
interface Years {
  readonly all: string;
  readonly leap: string;
}

const ANY_YEAR: Years = {
  all: '[0-9]{4}',
  leap: '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)',
};
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
  return `(?:${all}-(?:${days})|${leap}-02-29)`;
}

/** Seconds may be left out. A second 60 is taken where there was a leap second. */
const TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:\\.[0-9]{1,9})?)?';
/** A space for the sign is a `+` that a client did not percent-encode. */
const OFFSET = '(?:[Zz]|[-+ ](?:[01][0-9]|2[0-3]):[0-5][0-9])';
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

function instantPattern(years: Years): string {
  return `${date(years)}[Tt ]${TIME}${OFFSET}${ZONE}${KEYS}|${EPOCH}`;
}

/**
 * An instant that a client sends: RFC 3339, then annotations as in RFC 9557; or a count since 1970.
 * Lower-case t and z, a space for the T, and no seconds are taken too.
 */
export const INSTANT_PATTERN = `^(?:${instantPattern(ANY_YEAR)})$`;

/** The same from 1900 to 2100, or a wall time, which has no offset and no zone. */
export const INSTANT_OR_WALL_TIME_PATTERN = `^(?:${instantPattern(FROM_1900_TO_2100)}|${date(FROM_1900_TO_2100)}[Tt ]${TIME}${KEYS})$`;

/** The longest text of either form that is read, in characters. */
export const TIME_TEXT_LIMIT = 128;

/** The id of a zone. A space is a `+` that a client did not percent-encode, as in `Etc/GMT+5`. */
export const ZONE_ID_PATTERN = '^[A-Za-z0-9_+/ -]+$';

/** 1 to 20 ids of zones. */
export const ZONE_IDS_PATTERN = '^[A-Za-z0-9_+/ -]+(?:,[A-Za-z0-9_+/ -]+){0,19}$';
