/** The UTC days that ended with an inserted leap second: IERS Bulletin C, up to 72. No other is announced. */
const DAYS = [
  ...['1972-06-30', '1972-12-31', '1973-12-31', '1974-12-31', '1975-12-31', '1976-12-31'],
  ...['1977-12-31', '1978-12-31', '1979-12-31', '1981-06-30', '1982-06-30', '1983-06-30'],
  ...['1985-06-30', '1987-12-31', '1989-12-31', '1990-12-31', '1992-06-30', '1993-06-30'],
  ...['1994-06-30', '1995-12-31', '1997-06-30', '1998-12-31', '2005-12-31', '2008-12-31'],
  ...['2012-06-30', '2015-06-30', '2016-12-31'],
];
const DAY_SECONDS = 86_400;
const ENDS = new Set(DAYS.map((day) => Date.parse(day) / 1000 + DAY_SECONDS));

/** Whether a leap second ended at this moment, in seconds since 1970. */
export function endsLeapSecond(epochSeconds: number): boolean {
  return ENDS.has(epochSeconds);
}
