/** The words of the reading and of the settings in English. Numbers and dates are formatted by Intl. */
export const en = {
  title: 'Exact time · Dataiku Assessment',
  heading: 'Exact time',
  statements: 'How accurate this is',
  /** What the page is, until there is something to show. */
  about: 'The exact time, how wrong it may be, and whether your computer’s clock is right.',
  timeUnknown: 'The time is not known yet.',
  restMissing: 'The rest of this page failed to load. Reloading the page may help.',
  localTime: (time: string) => `${time} in your time zone`,
  week: (week: string) => `week ${week}`,
  dayOfYear: (day: string) => `day ${day}`,
  bound: (bound: string) => `±\u00a0${bound}`,
  boundTo: { utc: 'to UTC', host: 'to the server’s clock' },
  utcUnknown: 'to UTC: unknown',
  inUtc: (time: string) => `${time} UTC`,

  /** How right the shown time is. The last words carry the colour of the state. */
  accuracy: {
    asking: 'Asking the server for the time…',
    within: 'Right to within',
    amount: (span: string) => span,
    thousandths: (count: number, written: string) =>
      count === 1 ? 'a thousandth of a second' : `${written} thousandths of a second`,
    hundredths: (count: number, written: string) =>
      count === 1 ? 'a hundredth of a second' : `${written} hundredths of a second`,
    tenths: (count: number, written: string) =>
      count === 1 ? 'a tenth of a second' : `${written} tenths of a second`,
    unknown: 'How far from UTC:',
    unknownKey: 'unknown',
    advice: 'Whoever runs it can name a time server: NTP_SERVERS.',
  },

  /** Whether the visitor's device is right. */
  device: {
    computer: 'Your computer’s clock is',
    phone: 'Your device’s clock is',
    asking: 'not compared yet',
    right: 'right',
    unknown: 'unchecked',
    ahead: (span: string) => `${span} ahead`,
    behind: (span: string) => `${span} behind`,
    setIt: {
      windows: 'Set it: Settings, Time & language, Date & time, Sync now. Then look here again.',
      mac: 'Set it: System Settings, General, Date & Time, Set time and date automatically.',
      ios: 'Set it: Settings, General, Date & Time, Set Automatically.',
      android: 'Set it: Settings, System, Date & time, Set time automatically.',
      chromeOs: 'Set it: Settings, Date and time. It sets itself while it is online.',
      linux: 'Set it: run “timedatectl set-ntp true” in a terminal. Then look here again.',
      other: 'Set it: turn on automatic time in its settings.',
    },
  },

  /** The clock that the shown time belongs to. */
  reference: { utc: 'UTC', host: 'the server' },
  sources: {
    kernel: 'from its kernel',
    ntp: 'by NTP',
    'kernel+ntp': 'from its kernel and by NTP',
  } as Readonly<Record<string, string>>,
  /** The source, when nobody on the way to it can forge the time. */
  authenticated: (source: string) => `${source}, authenticated`,

  deviceOffset: {
    unknown: 'The offset of your device is not known yet.',
    within: (most: string, reference: string) =>
      `Your device agrees with ${reference} to within ${most}.`,
    ahead: (span: string, bound: string, reference: string) =>
      `Your device is ${span} ahead of ${reference}, ±\u00a0${bound}.`,
    behind: (span: string, bound: string, reference: string) =>
      `Your device is ${span} behind ${reference}, ±\u00a0${bound}.`,
  },

  serverStatus: {
    now: {
      synchronized: (within: string, source: string) =>
        `The server knows UTC to within ${within}, ${source}.`,
      holdover: (within: string) =>
        `The server has lost its source of UTC. Its own clock keeps UTC to within ${within}.`,
      contradictory: 'The server’s sources of UTC contradict each other.',
      unsynchronized: 'The server can’t tell how far it is from UTC.',
      unknown: 'The server can’t tell how far it is from UTC.',
    },
    /** The status when the server last answered. */
    before: {
      synchronized: (within: string, source: string) =>
        `The server last knew UTC to within ${within}, ${source}.`,
      holdover: (within: string) =>
        `The server had lost its source of UTC. Its own clock kept UTC to within ${within}.`,
      contradictory: 'The server’s sources of UTC contradicted each other.',
      unsynchronized: 'The server couldn’t tell how far it was from UTC.',
      unknown: 'The server couldn’t tell how far it was from UTC.',
    },
    notAsked: 'The server’s bound on UTC is not known yet.',
  },

  /** Announced by screen readers when the colour changes. */
  knowledge: {
    connecting: '',
    known: 'UTC is known.',
    holdover: 'No server confirms UTC at the moment.',
    unknown: 'The server’s offset from UTC is unknown.',
  },

  connection: {
    connecting: 'Asking the server for the time…',
    online: 'Connected.',
    unreachable: 'The server gives no time. Trying again.',
    recalled: (moment: string) =>
      `The server gives no time. The time shown was measured on ${moment} and carried on by your device’s clock. It is right if nobody has set that clock since.`,
    offlineSince: (moment: string) =>
      `The server has given no time since ${moment}. The time shown is carried on from there, and its bound grows.`,
  },

  incident: {
    contradiction: (gap: string) =>
      `Two clocks disagree by at least ${gap}. The time is measured again.`,
    hostClockSet: 'The server’s clock was set. It is measured again.',
    deviceClockChanged: 'Your device slept, or its clock was set. The time is measured again.',
    deviceSlept: 'Your device just woke. The time was measured again.',
    deviceSetForward: (span: string, bound: string) =>
      `Your device’s clock was set forward by ${span}, ±\u00a0${bound}. The time shown here did not follow.`,
    deviceSetBack: (span: string, bound: string) =>
      `Your device’s clock was set back by ${span}, ±\u00a0${bound}. The time shown here did not follow.`,
  },

  settings: {
    language: 'Language',
    hours: 'Hours',
    hourCycles: { h12: '12 hours', h23: '24 hours' },
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark' },
    asBrowser: 'Same as the browser',
    api: 'For programs: the API',
  },
};
