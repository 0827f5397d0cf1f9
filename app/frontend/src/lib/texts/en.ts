/**
 * Every word of the reading and of the settings in English; below/ has the rest. Numbers and dates come
 * in as Intl wrote them.
 */
export const en = {
  title: 'Server time · Dataiku Assessment',
  heading: 'The time on the server',
  statements: 'How sure this is',
  timeUnknown: 'The time is not known yet.',
  restMissing: 'The rest of this page could not be shown. Loading it again may help.',
  localTime: (time: string) => `${time} in your time zone`,
  week: (week: string) => `week ${week}`,
  dayOfYear: (day: string) => `day ${day}`,
  bound: (bound: string) => `±\u00a0${bound}`,
  boundTo: { utc: 'to UTC', host: 'to the server’s clock' },
  utcUnknown: 'to UTC: unknown',
  boundUnknown: 'How far it may be off is not known yet.',
  inUtc: (time: string) => `${time} UTC`,

  /** What the shown time is the time of. */
  reference: { utc: 'UTC', host: 'the server' },
  sources: {
    kernel: 'from its kernel',
    ntp: 'by NTP',
    'kernel+ntp': 'from its kernel and by NTP',
  } as Readonly<Record<string, string>>,

  deviceOffset: {
    unknown: 'How far your device is off is not known yet.',
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
        `The server has lost its source of UTC, and holds it to within ${within}.`,
      contradictory: 'The server’s sources of UTC contradict each other.',
      unsynchronized: 'The server can’t tell how far it is from UTC.',
      unknown: 'The server can’t tell how far it is from UTC.',
    },
    /** What it was when the server last answered. */
    before: {
      synchronized: (within: string, source: string) =>
        `The server last knew UTC to within ${within}, ${source}.`,
      holdover: (within: string) =>
        `The server had lost its source of UTC, and held it to within ${within}.`,
      contradictory: 'The server’s sources of UTC contradicted each other.',
      unsynchronized: 'The server couldn’t tell how far it was from UTC.',
      unknown: 'The server couldn’t tell how far it was from UTC.',
    },
    notAsked: 'How sure the server is of UTC is not known yet.',
  },

  /** Said when it changes, to who can't see the colour. */
  knowledge: {
    connecting: '',
    known: 'UTC is known.',
    holdover: 'No server vouches for UTC at the moment.',
    unknown: 'How far the server is from UTC is unknown.',
  },

  connection: {
    connecting: 'Asking the server for the time…',
    online: 'Connected.',
    unreachable: 'The server doesn’t tell the time. Trying again.',
    recalled: (moment: string) =>
      `The server doesn’t tell the time. What you see was measured on ${moment}, and goes on by your device’s clock. It holds if nobody set that clock since.`,
    offlineSince: (moment: string) =>
      `The server has told no time since ${moment}. What you see goes on from there, and its tolerance grows.`,
  },

  incident: {
    contradiction: (gap: string) =>
      `Two clocks disagree by at least ${gap}, so what was known is dropped and measured again.`,
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
    languages: { en: 'English', fr: 'Français' },
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark' },
    asBrowser: 'Same as the browser',
    api: 'For programs: the API',
  },
};
