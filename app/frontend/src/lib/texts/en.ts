/** Every word of the page in English. Numbers and dates come in as Intl wrote them. */
export const en = {
  title: 'Server time · Dataiku Assessment',
  heading: 'The time on the server',
  statements: 'How sure this is',
  timeUnknown: 'The time is not known yet.',
  localTime: (time: string) => `${time} in your time zone`,
  week: (week: string) => `week ${week}`,
  dayOfYear: (day: string) => `day ${day}`,
  tolerance: (bound: string) => `± ${bound}`,
  toleranceOf: { utc: 'to UTC', host: 'to the server’s clock' },
  toleranceUnknown: '± ?',
  inUtc: (time: string) => `${time} UTC`,

  /** What the shown time is the time of. */
  reference: { utc: 'UTC', host: 'the server’s clock' },
  sources: {
    kernel: 'from its kernel',
    ntp: 'by NTP',
    'kernel+ntp': 'from its kernel and by NTP',
  } as Readonly<Record<string, string>>,

  deviceOffset: {
    unknown: 'How far your device is off is not known yet.',
    within: (most: string, reference: string) =>
      `Your device agrees with ${reference}, as far as can be told: within ${most}.`,
    ahead: (span: string, bound: string, reference: string) =>
      `Your device is ${span} ahead of ${reference}, ± ${bound}.`,
    behind: (span: string, bound: string, reference: string) =>
      `Your device is ${span} behind ${reference}, ± ${bound}.`,
  },

  /** The server's own reason may follow, behind a colon. */
  serverClock: {
    synchronized: (within: string, source: string) =>
      `The server knows UTC to within ${within}, ${source}`,
    holdover: (within: string) =>
      `The server has lost its source of UTC and goes on by its own clock, within ${within} and growing`,
    contradictory: 'The server’s sources of UTC contradict each other, so it trusts none',
    unsynchronized: 'The server can’t tell how far it is from UTC',
    unknown: 'The server can’t tell how far it is from UTC',
    notAsked: 'How sure the server is of UTC is not known yet.',
    reasonFollows: ': ',
  },

  connection: {
    connecting: 'Asking the server for the time …',
    online: 'Connected.',
    unreachable: 'The server doesn’t answer. Trying again.',
    recalled: (moment: string) =>
      `The server doesn’t answer. What you see was measured at ${moment} and goes on by your device’s clock. It holds if nobody set that clock since.`,
    offlineSince: (time: string) =>
      `No answer from the server since ${time}. The time goes on from there, and its tolerance grows.`,
  },

  incident: {
    contradiction: (gap: string) =>
      `Two clocks disagree by ${gap}. One of them is wrong, so what was known is dropped and measured again.`,
    serverClockSet: 'The server’s clock was set. It is measured again.',
    deviceClockChanged: 'Your device slept, or its clock was set. The time is measured again.',
    deviceSlept: 'Your device just woke. The time was measured again.',
    deviceSetForward: (span: string) =>
      `Your device’s clock was set forward by ${span}. The time shown here did not follow.`,
    deviceSetBack: (span: string) =>
      `Your device’s clock was set back by ${span}. The time shown here did not follow.`,
  },

  picture: {
    heading: 'What each exchange left possible',
    caption:
      'Each upright line is one exchange with the server: the truth lay somewhere on it. The band is what all of them allow, and the line along it the best estimate. It shrinks with a good exchange, and grows until the next.',
    alternative: (count: number, least: string, most: string, together: string) =>
      `${count} ${count === 1 ? 'exchange' : 'exchanges'}. Alone they leave from ± ${least} to ± ${most} possible, together ± ${together}.`,
    roundTrips: (count: number, shortest: string, median: string, longest: string) =>
      `There and back took ${shortest} to ${longest}, half of ${count} times at most ${median}.`,
    none: 'No exchange so far.',
    table: 'The exchanges in figures',
    columns: ['At', 'There and back', 'At the earliest', 'At the latest'] as readonly string[],
  },

  zones: {
    heading: 'The same moment elsewhere',
    find: 'Add a place: city, country or time zone',
    found: 'Places that were found',
    foundNothing: (words: string) => `No place is known as “${words}”.`,
    cannotFind: 'The server doesn’t answer, so no place can be looked up.',
    unknown: (id: string) => `The server knows no time zone “${id}”.`,
    same: 'your time',
    ahead: (span: string) => `${span} ahead of you`,
    behind: (span: string) => `${span} behind you`,
    goForward: (span: string, when: string) => `clocks go forward ${span} ${when}`,
    goBack: (span: string, when: string) => `clocks go back ${span} ${when}`,
    arrange: 'Arrange',
    moveUp: (name: string) => `Move ${name} up`,
    moveDown: (name: string) => `Move ${name} down`,
    remove: (name: string) => `Remove ${name}`,
  },

  countdown: {
    heading: 'Time left',
    headingAtFirst: 'Time left to an instant',
    days: (count: number, written: string) => `${written} ${count === 1 ? 'day' : 'days'}`,
    ahead: (instant: string) => `until ${instant}, by the server’s clock`,
    now: (instant: string) => `It is ${instant} now, as far as can be told.`,
    passed: (instant: string) => `since ${instant}, by the server’s clock`,
    noInstant: (text: string) => `“${text}” is no instant. It must be like 2027-01-01T00:00:00Z.`,
    instant: 'Count down to, in your time',
    start: 'Count',
    stop: 'Stop',
  },

  settings: {
    language: 'Language',
    languages: { en: 'English', fr: 'Français' },
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark' },
    asBrowser: 'As the browser',
    api: 'For programs: the API',
  },

  evidence: {
    summary: 'How is this known?',
    explanation:
      'The page asks the server for its time and notes when the question left and when the answer came. The server’s clock was read in between, so the time lies within an interval as wide as the way there and back. Where the intervals of several exchanges overlap, the truth must lie. Until the next exchange the overlap grows by what two clocks may drift apart.',
    lastRoundTrip: 'Last round trip',
    shortestRoundTrip: 'Shortest round trip',
    exchanges: 'Exchanges in view',
    serverClock: 'Server’s clock',
    lastReset: 'Last start over',
    none: 'none so far',
    causes: {
      'server-clock-changed': 'the server’s clock was set',
      'device-clock-changed': 'your device slept, or its clock was set',
    },
    contradiction: (gap: string) => `two clocks disagreed by ${gap}`,
  },
};
