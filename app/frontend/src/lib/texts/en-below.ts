/** The words of the parts below the reading in English. They are loaded with these parts. */
export const en = {
  picture: {
    heading: 'What each exchange proves',
    caption:
      'Each vertical line is one exchange with the server: the true time was somewhere on it. The band is what all of them have in common, and the line along it is the best estimate. Up is later, down is earlier than the estimate now. A good exchange makes the band narrower; until the next one it widens.',
    alternative: (count: number, least: string, most: string, together: string) =>
      count === 1
        ? `${count} exchange. Its bound is ±\u00a0${together}.`
        : `${count} exchanges. Alone, their bounds are ±\u00a0${least} to ±\u00a0${most}; together, the bound is ±\u00a0${together}.`,
    roundTrips: (count: number, shortest: string, median: string, longest: string) =>
      count === 1
        ? `The round trip took ${longest}.`
        : `Round trips took ${shortest} to ${longest}. The median of ${count} was ${median}.`,
    none: 'No exchange so far.',
    table: 'The exchanges in figures',
    columns: ['Time', 'Round trip', 'Earliest', 'Latest'] as readonly string[],
  },

  actions: {
    heading: 'What to do with the time',
    fullScreen: 'Full screen',
    copy: 'Copy the time',
    forms: {
      utc: 'ISO 8601, UTC',
      local: 'ISO 8601, your time',
      seconds: 'Unix seconds',
      milliseconds: 'Unix milliseconds',
    },
    share: 'Share this moment',
    seconds: 'Seconds',
    signal: 'Time signal',
    signalOn: 'Six pips at each full minute. The long one begins with it.',
    signalSilent: 'Silent while the time isn’t known to 20 ms.',
    withBound: 'with the bound',
    copied: (text: string) => `Copied: ${text}`,
    cannotCopy: (text: string) => `The browser doesn’t let this page copy. Select it here: ${text}`,
  },

  deviceLine: {
    heading: 'Is your clock right?',
    verdicts: {
      unknown: 'Not known yet.',
      inside: 'Yes: it stands where the true time must be.',
      near: 'Nearly: it stands beside the true time, by too little to matter.',
      outside: 'No: it stands far from where the true time must be.',
    },
    behind: (span: string) => `${span} behind`,
    ahead: (span: string) => `${span} ahead`,
    bar: 'the true time is in the bar',
    dot: 'your clock',
  },

  field: {
    label: 'A place, a time, or paste anything',
    examples: 'Seattle · 15:00 in Tokyo · 2026-12-03T17:00Z · 5pm PST · in 20 min',
    found: 'What this may mean',
    foundNothing: (words: string) =>
      `“${words}” is no place and no time that this page knows. Try a city, or a time such as 15:00 in Tokyo.`,
    loading: 'Loading the places…',
    cannotFind: 'The places can’t be loaded at the moment. Press Enter to try again.',
    lacksRules: 'The server doesn’t tell the offsets there, so the time can’t be placed.',
    severalMeanings: (words: string) => `“${words}” has several meanings. Choose one.`,
    more: (count: number) => `${count} more. Keep typing to narrow the list.`,
    count: (count: number) => `${count} ${count === 1 ? 'answer' : 'answers'}`,
    picked: {
      pinned: (name: string) => `${name} was added.`,
      present: (name: string) => `${name} is already in the list.`,
      full: (name: string) => `The list is full. Remove a place to add ${name}.`,
    },
    hints: {
      seconds: 'Unix seconds',
      milliseconds: 'Unix milliseconds',
      first: 'the first time: the clocks show it twice',
      second: 'the second time: the clocks show it twice',
      skipped: 'the clocks skip the time that you wrote',
    },
  },

  travel: {
    heading: 'Another moment',
    there: (time: string, place: string) => `${time} in ${place}`,
    here: (time: string) => `${time} here`,
    /** What stands between asterisks is important. */
    both: (there: string, here: string, day: string) => `*${there}* is *${here}*, ${day}`,
    alone: (here: string, day: string) => `*${here}*, ${day}`,
    copyLink: 'Copy link',
    copied: 'The link was copied.',
    cannotCopy: (link: string) => `The browser doesn’t let this page copy. Select it here: ${link}`,
    addToCalendar: 'Add to calendar',
    countDown: 'Count down',
    countsDown: 'The countdown is below.',
    backToNow: 'Back to now',
    noMoment: (text: string) =>
      `“${text}” is not a moment that this page can show. Example: 2026-12-03T06:00:00Z, in the years 1900 to 2100.`,
  },

  zones: {
    heading: 'The same moment elsewhere',
    cursor: 'The moment shown',
    now: 'now',
    citiesBy: 'Cities by',
    unknown: (id: string) => `The server doesn’t know the time zone “${id}”.`,
    same: 'your time',
    ahead: (span: string) => `${span} ahead of you`,
    behind: (span: string) => `${span} behind you`,
    browserLater: (span: string) =>
      `by the server’s zone data; by your browser’s it is ${span} later`,
    browserEarlier: (span: string) =>
      `by the server’s zone data; by your browser’s it is ${span} earlier`,
    byServerAlone: (change: string) => `${change} by the server’s zone data, not by your browser’s`,
    goForward: (span: string, when: string) => `clocks go forward ${span} ${when}`,
    goBack: (span: string, when: string) => `clocks go back ${span} ${when}`,
    arrange: 'Arrange',
    moved: (name: string, place: number) => `${name} was moved to position ${place}.`,
    removed: (name: string) => `${name} was removed.`,
    moveUp: (name: string) => `Move ${name} up`,
    moveDown: (name: string) => `Move ${name} down`,
    remove: (name: string) => `Remove ${name}`,
  },

  countdown: {
    headings: {
      none: 'Time left to an instant',
      ahead: 'Time left',
      now: 'Time left',
      passed: 'Time passed',
    },
    days: (count: number, written: string) => `${written} ${count === 1 ? 'day' : 'days'}`,
    instants: {
      ahead: (instant: string) => `until ${instant}`,
      now: (instant: string) => `It is ${instant} now, within the bound.`,
      passed: (instant: string) => `since ${instant}`,
    },
    noInstant: (text: string) => `“${text}” is not a valid instant. Example: 2027-01-01T00:00:00Z.`,
    instant: 'Count down to, in your time',
    name: 'Name, if you like',
    start: 'Count down',
    stop: 'Stop',
  },

  programs: {
    heading: 'For programs',
    embed: 'In a page',
    answer: 'The answer now',
    missing: 'The server gives no answer at the moment.',
    frame: (zone: string) => `The clock in a frame, ${zone}`,
    copy: 'Copy the code',
    again: 'Ask again',
    copied: 'Copied.',
    cannotCopy: 'The browser doesn’t let this page copy. Select the code.',
    all: 'All of the API, to read and to try',
  },

  evidence: {
    summary: 'How is this known?',
    formula: 'After one exchange, the server’s clock is',
    atLeast: 'at least',
    atMost: 'at most',
    symbols:
      'c is your device’s clock now, c_1 when the request left, c_4 when the reply arrived. s_1 and s_2 are the server’s clock when the request arrived and when the reply left. r and r_s are the steps of the two clocks, and d is the limit of their drift.',
    explanation:
      'The page asks the server for its time, and notes when the request left and when the reply arrived. The server read its clock in between, so the time lies within an interval as wide as the round trip. The true time lies in the intersection of the intervals of several exchanges. Until the next exchange, the intersection grows by the drift limit of the two clocks.',
    source: 'Source of UTC',
    reason: 'Reason given by the server',
    lastRoundTrip: 'Last round trip',
    shortestRoundTrip: 'Shortest round trip',
    exchanges: 'Exchanges shown',
    hostClock: 'Server’s clock',
    lastReset: 'Last reset',
    zoneData: 'Zone data',
    release: (tzdb: string) => `The server’s, release ${tzdb} of the tz database.`,
    differs: (zone: string) =>
      `Your browser has other rules for ${zone}: the page shows your time by the server’s.`,
    none: 'none so far',
    causes: {
      'host-clock-changed': 'the server’s clock was set',
      'device-clock-changed': 'your device slept, or its clock was set',
    },
    contradiction: (gap: string) => `two clocks disagreed by at least ${gap}`,
  },
};
