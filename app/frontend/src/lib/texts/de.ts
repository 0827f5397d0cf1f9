import type { Texts } from './texts.ts';

/** The words of the reading and of the settings in German. */
export const de: Texts = {
  title: 'Genaue Uhrzeit · Dataiku Assessment',
  heading: 'Genaue Uhrzeit',
  statements: 'Wie genau das ist',
  about: 'Die genaue Uhrzeit, ihr möglicher Fehler, und ob die Uhr Ihres Computers richtig geht.',
  timeUnknown: 'Die Uhrzeit ist noch nicht bekannt.',
  restMissing:
    'Der Rest dieser Seite konnte nicht geladen werden. Vielleicht hilft es, sie neu zu laden.',
  localTime: (time) => `${time} in Ihrer Zeitzone`,
  week: (week) => `Woche ${week}`,
  dayOfYear: (day) => `Tag ${day}`,
  bound: (bound) => `±\u00a0${bound}`,
  boundTo: { utc: 'zu UTC', host: 'zur Uhr des Servers' },
  utcUnknown: 'zu UTC: unbekannt',
  inUtc: (time) => `${time} UTC`,

  accuracy: {
    asking: 'Der Server wird nach der Zeit gefragt…',
    within: 'Richtig auf',
    amount: (span) => `${span} genau`,
    thousandths: (count, written) =>
      count === 1 ? 'eine tausendstel Sekunde genau' : `${written} tausendstel Sekunden genau`,
    hundredths: (count, written) =>
      count === 1 ? 'eine hundertstel Sekunde genau' : `${written} hundertstel Sekunden genau`,
    tenths: (count, written) =>
      count === 1 ? 'eine zehntel Sekunde genau' : `${written} zehntel Sekunden genau`,
    unknown: 'Abstand zu UTC:',
    unknownKey: 'unbekannt',
    advice: 'Wer den Server betreibt, kann einen Zeitserver nennen: NTP_SERVERS.',
  },

  device: {
    computer: 'Die Uhr Ihres Computers:',
    phone: 'Die Uhr Ihres Geräts:',
    asking: 'noch nicht verglichen',
    right: 'geht richtig',
    unknown: 'nicht geprüft',
    ahead: (span) => `geht ${span} vor`,
    behind: (span) => `geht ${span} nach`,
    setIt: {
      windows:
        'So stellen Sie sie: Einstellungen, Zeit und Sprache, Datum und Uhrzeit, Jetzt synchronisieren.',
      mac: 'So stellen Sie sie: Systemeinstellungen, Allgemein, Datum & Uhrzeit, automatisch einstellen.',
      ios: 'So stellen Sie sie: Einstellungen, Allgemein, Datum & Uhrzeit, Automatisch einstellen.',
      android:
        'So stellen Sie sie: Einstellungen, System, Datum und Uhrzeit, automatisch einstellen.',
      chromeOs:
        'So stellen Sie sie: Einstellungen, Datum und Uhrzeit. Online stellt sie sich selbst.',
      linux:
        'So stellen Sie sie: im Terminal „timedatectl set-ntp true“ eingeben. Dann wieder hier nachsehen.',
      other: 'So stellen Sie sie: in den Einstellungen die automatische Uhrzeit einschalten.',
    },
  },

  reference: { utc: 'UTC', host: 'dem Server' },
  sources: {
    kernel: 'durch seinen Kernel',
    ntp: 'durch NTP',
    'kernel+ntp': 'durch seinen Kernel und NTP',
  },
  authenticated: (source) => `${source}, fälschungssicher`,

  deviceOffset: {
    unknown: 'Die Abweichung Ihres Geräts ist noch nicht bekannt.',
    within: (most, reference) => `Ihr Gerät weicht von ${reference} höchstens um ${most} ab.`,
    ahead: (span, bound, reference) =>
      `Ihr Gerät geht gegenüber ${reference} um ${span} vor, ±\u00a0${bound}.`,
    behind: (span, bound, reference) =>
      `Ihr Gerät geht gegenüber ${reference} um ${span} nach, ±\u00a0${bound}.`,
  },

  serverStatus: {
    now: {
      synchronized: (within, source) => `Der Server kennt UTC auf ${within} genau, ${source}.`,
      holdover: (within) =>
        `Der Server hat seine Quelle für UTC verloren. Seine eigene Uhr hält UTC auf ${within} genau.`,
      contradictory: 'Die Quellen des Servers für UTC widersprechen einander.',
      unsynchronized: 'Der Server weiß nicht, wie weit er von UTC entfernt ist.',
      unknown: 'Der Server weiß nicht, wie weit er von UTC entfernt ist.',
    },
    before: {
      synchronized: (within, source) =>
        `Zuletzt kannte der Server UTC auf ${within} genau, ${source}.`,
      holdover: (within) =>
        `Der Server hatte seine Quelle für UTC verloren. Seine eigene Uhr hielt UTC auf ${within} genau.`,
      contradictory: 'Die Quellen des Servers für UTC widersprachen einander.',
      unsynchronized: 'Der Server wusste nicht, wie weit er von UTC entfernt war.',
      unknown: 'Der Server wusste nicht, wie weit er von UTC entfernt war.',
    },
    notAsked: 'Wie genau der Server UTC kennt, ist noch nicht bekannt.',
  },

  knowledge: {
    connecting: '',
    known: 'UTC ist bekannt.',
    holdover: 'Im Moment bestätigt kein Server UTC.',
    unknown: 'Der Abstand des Servers zu UTC ist unbekannt.',
  },

  connection: {
    connecting: 'Der Server wird nach der Zeit gefragt…',
    online: 'Verbunden.',
    unreachable: 'Der Server nennt keine Zeit. Neuer Versuch.',
    recalled: (moment) =>
      `Der Server nennt keine Zeit. Die gezeigte Zeit wurde am ${moment} gemessen und von der Uhr Ihres Geräts fortgeführt. Sie stimmt, wenn seitdem niemand diese Uhr gestellt hat.`,
    offlineSince: (moment) =>
      `Der Server hat seit ${moment} keine Zeit genannt. Die gezeigte Zeit wird von da an fortgeführt, und ihre Unsicherheit wächst.`,
  },

  incident: {
    contradiction: (gap) =>
      `Zwei Uhren widersprechen einander um mindestens ${gap}. Die Zeit wird neu gemessen.`,
    hostClockSet: 'Die Uhr des Servers wurde gestellt. Sie wird neu gemessen.',
    deviceClockChanged:
      'Ihr Gerät hat geschlafen, oder seine Uhr wurde gestellt. Die Zeit wird neu gemessen.',
    deviceSlept: 'Ihr Gerät ist gerade aufgewacht. Die Zeit wurde neu gemessen.',
    deviceSetForward: (span, bound) =>
      `Die Uhr Ihres Geräts wurde um ${span} vorgestellt, ±\u00a0${bound}. Die Zeit auf dieser Seite ist nicht gefolgt.`,
    deviceSetBack: (span, bound) =>
      `Die Uhr Ihres Geräts wurde um ${span} zurückgestellt, ±\u00a0${bound}. Die Zeit auf dieser Seite ist nicht gefolgt.`,
  },

  settings: {
    language: 'Sprache',
    hours: 'Stunden',
    hourCycles: { h12: '12 Stunden', h23: '24 Stunden' },
    theme: 'Farben',
    themes: { light: 'Hell', dark: 'Dunkel' },
    asBrowser: 'Wie der Browser',
    api: 'Für Programme: die API',
  },
};
