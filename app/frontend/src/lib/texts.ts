/** Every word of the page, in one place. Numbers and dates come in as Intl wrote them. */
export const texts = {
  heading: 'The time on the server',
  statements: 'How sure this is',
  timeUnknown: 'The time is not known yet.',
  localTime: (time: string) => `${time} in your time zone`,
  tolerance: (bound: string) => `± ${bound}`,
  toleranceOf: { utc: 'to UTC', host: 'to the server’s clock' },
  toleranceUnknown: '± ?',
  /** By the ms that a mark stands for. SI symbols are the same in every language. */
  scaleLabels: {
    0.01: '10 µs',
    0.1: '0.1 ms',
    1: '1 ms',
    10: '10 ms',
    100: '0.1 s',
    1000: '1 s',
    10000: '10 s',
  } as Readonly<Record<number, string>>,
  inUtc: (time: string) => `${time} UTC`,

  /** What the shown time is the time of. */
  reference: { utc: 'UTC', host: 'the server’s clock' },
  noReason: 'it doesn’t say why',
  sources: { kernel: 'from its kernel', ntp: 'by NTP' } as Readonly<Record<string, string>>,

  deviceOffset: {
    unknown: 'How far your device is off is not known yet.',
    within: (most: string, reference: string) =>
      `Your device agrees with ${reference}, as far as can be told: within ${most}.`,
    ahead: (span: string, bound: string, reference: string) =>
      `Your device is ${span} ahead of ${reference}, ± ${bound}.`,
    behind: (span: string, bound: string, reference: string) =>
      `Your device is ${span} behind ${reference}, ± ${bound}.`,
  },

  serverClock: {
    synchronized: (within: string, source: string) =>
      `The server knows UTC to within ${within}, ${source}.`,
    holdover: (within: string, reason: string) =>
      `The server has lost its source of UTC and goes on by its own clock, within ${within} and growing: ${reason}.`,
    contradictory: (reason: string) =>
      `The server’s sources of UTC contradict each other, so it trusts none: ${reason}.`,
    unsynchronized: (reason: string) => `The server can’t tell how far it is from UTC: ${reason}.`,
    unknown: (reason: string) => `The server can’t tell how far it is from UTC: ${reason}.`,
  },

  connection: {
    connecting: 'Asking the server for the time …',
    online: 'Connected.',
    unreachable: 'The server doesn’t answer. Trying again.',
    offlineSince: (time: string) =>
      `No answer from the server since ${time}. The time goes on from there, and its tolerance grows.`,
  },

  evidence: {
    summary: 'How is this known?',
    explanation:
      'The page asks the server for its time and notes when the question left and when the answer came. The server’s clock was read in between, so the time lies within an interval as wide as the way there and back. Where the intervals of several exchanges overlap, the truth must lie. Until the next exchange the overlap grows by what two clocks may drift apart. The digits are read off at most ten times a second.',
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
} as const;
