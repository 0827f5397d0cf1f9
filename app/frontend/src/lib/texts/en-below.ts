/** Every word below the reading in English. They come with what they stand in. */
export const en = {
  picture: {
    heading: 'What each exchange left possible',
    caption:
      'Each upright line is one exchange with the server: the truth lay somewhere on it. The band is what all of them allow, and the line along it the best estimate. It shrinks with a good exchange, and grows until the next.',
    alternative: (count: number, least: string, most: string, together: string) =>
      count === 1
        ? `${count} exchange. It leaves ±\u00a0${together} possible.`
        : `${count} exchanges. Alone they leave from ±\u00a0${least} to ±\u00a0${most} possible, together ±\u00a0${together}.`,
    roundTrips: (count: number, shortest: string, median: string, longest: string) =>
      count === 1
        ? `There and back took ${longest}.`
        : `There and back took ${shortest} to ${longest}, half of the ${count} times at most ${median}.`,
    none: 'No exchange so far.',
    table: 'The exchanges in figures',
    columns: ['At', 'There and back', 'At the earliest', 'At the latest'] as readonly string[],
  },

  zones: {
    heading: 'The same moment elsewhere',
    find: 'Add a place: city, country or time zone',
    found: 'Places that were found',
    foundNothing: (words: string) =>
      `No place is known as “${words}”. Cities go by their English names, and countries find them too.`,
    loading: 'Asking the server for its places…',
    cannotFind: 'No place can be looked up at the moment. Enter tries again.',
    more: (count: number) => `${count} more. Another letter makes them fewer.`,
    unknown: (id: string) => `The server knows no time zone “${id}”.`,
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
    count: (count: number) => `${count} ${count === 1 ? 'place' : 'places'} found`,
    full: 'No more places fit here. Remove one to add another.',
    arrange: 'Arrange',
    added: (name: string) => `${name} is added.`,
    isThere: (name: string) => `${name} is there already.`,
    moved: (name: string, place: number) => `${name} is in place ${place} now.`,
    removed: (name: string) => `${name} is removed.`,
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
      now: (instant: string) => `It is ${instant} now, as far as can be told.`,
      passed: (instant: string) => `since ${instant}`,
    },
    noInstant: (text: string) =>
      `“${text}” is not an instant. It must look like 2027-01-01T00:00:00Z.`,
    instant: 'Count down to, in your time',
    start: 'Count down',
    stop: 'Stop',
  },

  evidence: {
    summary: 'How is this known?',
    formula: 'After one exchange, the server’s clock is',
    symbols:
      'c is your device’s clock now, c₁ when the question left, c₄ when the answer came. s₁ and s₂ are the server’s clock when the question came and the answer left. r and rₛ are the steps of the two clocks, and ρ is what they may drift apart.',
    explanation:
      'The page asks the server for its time and notes when the question left and when the answer came. The server’s clock was read in between, so the time lies within an interval as wide as the way there and back. Where the intervals of several exchanges overlap, the truth must lie. Until the next exchange the overlap grows by what two clocks may drift apart.',
    source: 'Source of UTC',
    reason: 'The server’s own words',
    lastRoundTrip: 'Last round trip',
    shortestRoundTrip: 'Shortest round trip',
    exchanges: 'Exchanges in view',
    hostClock: 'Server’s clock',
    lastReset: 'Last reset',
    none: 'none so far',
    causes: {
      'host-clock-changed': 'the server’s clock was set',
      'device-clock-changed': 'your device slept, or its clock was set',
    },
    contradiction: (gap: string) => `two clocks disagreed by at least ${gap}`,
  },
};
