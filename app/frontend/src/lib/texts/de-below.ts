import type { BelowTexts } from './texts.ts';

/** The words of the parts below the reading in German. */
export const de: BelowTexts = {
  picture: {
    heading: 'Was jeder Austausch beweist',
    caption:
      'Jede senkrechte Linie ist ein Austausch mit dem Server: die wahre Zeit lag irgendwo auf ihr. Das Band ist allen gemeinsam, und die Linie darin ist die beste Schätzung. Oben ist später, unten früher als die Schätzung jetzt. Ein guter Austausch macht das Band schmaler; bis zum nächsten wird es breiter.',
    alternative: (count, least, most, together) =>
      count === 1
        ? `${count} Austausch. Seine Unsicherheit ist ±\u00a0${together}.`
        : `${count} Austausche. Allein sind ihre Unsicherheiten ±\u00a0${least} bis ±\u00a0${most}; zusammen ist die Unsicherheit ±\u00a0${together}.`,
    roundTrips: (count, shortest, median, longest) =>
      count === 1
        ? `Hin und zurück dauerte es ${longest}.`
        : `Hin und zurück dauerte es ${shortest} bis ${longest}. Der Median von ${count} war ${median}.`,
    none: 'Bisher kein Austausch.',
    table: 'Die Austausche in Zahlen',
    columns: ['Uhrzeit', 'Hin und zurück', 'Frühestens', 'Spätestens'],
  },

  actions: {
    heading: 'Was man mit der Zeit tun kann',
    fullScreen: 'Vollbild',
    copy: 'Zeit kopieren',
    forms: {
      utc: 'ISO 8601 in UTC',
      local: 'ISO 8601, Ihre Zeit',
      seconds: 'Unix-Sekunden',
      milliseconds: 'Unix-Millisekunden',
    },
    share: 'Diesen Moment teilen',
    seconds: 'Sekunden',
    signal: 'Zeitzeichen',
    signalOn: 'Sechs Töne zu jeder vollen Minute. Mit dem langen beginnt sie.',
    signalSilent: 'Stumm, solange die Zeit nicht auf 20 ms bekannt ist.',
    withBound: 'mit der Unsicherheit',
    copied: (text) => `Kopiert: ${text}`,
    cannotCopy: (text) =>
      `Der Browser lässt diese Seite nicht kopieren. Markieren Sie es hier: ${text}`,
  },

  deviceLine: {
    heading: 'Geht Ihre Uhr richtig?',
    verdicts: {
      unknown: 'Noch nicht bekannt.',
      inside: 'Ja: sie steht dort, wo die wahre Zeit sein muss.',
      near: 'Fast: sie steht neben der wahren Zeit, aber so wenig, dass es nichts ausmacht.',
      outside: 'Nein: sie steht weit entfernt von der wahren Zeit.',
    },
    behind: (span) => `${span} nach`,
    ahead: (span) => `${span} vor`,
    bar: 'die wahre Zeit liegt im Balken',
    dot: 'Ihre Uhr',
  },

  field: {
    label: 'Ein Ort, eine Zeit, oder etwas einfügen',
    examples: 'Seattle · 15:00 in Tokio · 2026-12-03T17:00Z · morgen 5 Uhr · in 20 Minuten',
    found: 'Was das bedeuten kann',
    foundNothing: (words) =>
      `„${words}“ ist kein Ort und keine Zeit, die diese Seite kennt. Versuchen Sie eine Stadt, oder eine Zeit wie 15:00 in Tokio.`,
    loading: 'Die Orte werden geladen…',
    cannotFind:
      'Die Orte können im Moment nicht geladen werden. Drücken Sie Enter, um es noch einmal zu versuchen.',
    lacksRules:
      'Der Server nennt die Zeitverschiebung dort nicht, daher bleibt der Moment unbekannt.',
    severalMeanings: (words) => `„${words}“ hat mehrere Bedeutungen. Wählen Sie eine.`,
    more: (count) => `${count} weitere. Tippen Sie weiter, um die Liste zu kürzen.`,
    count: (count) => `${count} ${count === 1 ? 'Antwort' : 'Antworten'}`,
    picked: {
      pinned: (name) => `${name} wurde hinzugefügt.`,
      present: (name) => `${name} ist schon in der Liste.`,
      full: (name) => `Die Liste ist voll. Entfernen Sie einen Ort, um ${name} hinzuzufügen.`,
    },
    hints: {
      seconds: 'Unix-Sekunden',
      milliseconds: 'Unix-Millisekunden',
      first: 'das erste Mal: die Uhren zeigen es zweimal',
      second: 'das zweite Mal: die Uhren zeigen es zweimal',
      skipped: 'die Uhren überspringen die Zeit, die Sie geschrieben haben',
    },
  },

  travel: {
    heading: 'Ein anderer Moment',
    there: (time, place) => `${time} in ${place}`,
    here: (time) => `${time} hier`,
    both: (there, here, day) => `*${there}* ist *${here}*, ${day}`,
    alone: (here, day) => `*${here}*, ${day}`,
    copyLink: 'Link kopieren',
    copied: 'Der Link wurde kopiert.',
    cannotCopy: (link) =>
      `Der Browser lässt diese Seite nicht kopieren. Markieren Sie ihn hier: ${link}`,
    addToCalendar: 'In den Kalender',
    countDown: 'Countdown',
    countsDown: 'Der Countdown steht weiter unten.',
    backToNow: 'Zurück zu jetzt',
    noMoment: (text) =>
      `„${text}“ ist kein Moment, den diese Seite zeigen kann. Beispiel: 2026-12-03T06:00:00Z, in den Jahren 1900 bis 2100.`,
  },

  zones: {
    heading: 'Derselbe Moment anderswo',
    cursor: 'Der gezeigte Moment',
    now: 'jetzt',
    citiesBy: 'Städte von',
    unknown: (id) => `Der Server kennt keine Zeitzone „${id}“.`,
    same: 'Ihre Zeit',
    ahead: (span) => `${span} vor Ihrer Zeit`,
    behind: (span) => `${span} hinter Ihrer Zeit`,
    browserLater: (span) =>
      `nach den Zonendaten des Servers; nach denen Ihres Browsers ist es ${span} später`,
    browserEarlier: (span) =>
      `nach den Zonendaten des Servers; nach denen Ihres Browsers ist es ${span} früher`,
    byServerAlone: (change) =>
      `${change} nach den Zonendaten des Servers, aber nicht nach denen Ihres Browsers`,
    goForward: (span, when) => `die Uhren gehen ${when} um ${span} vor`,
    goBack: (span, when) => `die Uhren gehen ${when} um ${span} zurück`,
    arrange: 'Anordnen',
    moved: (name, place) => `${name} wurde an Stelle ${place} verschoben.`,
    removed: (name) => `${name} wurde entfernt.`,
    moveUp: (name) => `${name} nach oben`,
    moveDown: (name) => `${name} nach unten`,
    remove: (name) => `${name} entfernen`,
  },

  countdown: {
    headings: {
      none: 'Zeit bis zu einem Zeitpunkt',
      ahead: 'Noch',
      now: 'Noch',
      passed: 'Seitdem vergangen',
    },
    days: (count, written) => `${written} ${count === 1 ? 'Tag' : 'Tage'}`,
    instants: {
      ahead: (instant) => `bis ${instant}`,
      now: (instant) => `Jetzt ist ${instant}, im Rahmen der Unsicherheit.`,
      passed: (instant) => `seit ${instant}`,
    },
    noInstant: (text) => `„${text}“ ist kein gültiger Zeitpunkt. Beispiel: 2027-01-01T00:00:00Z.`,
    instant: 'Countdown bis, in Ihrer Zeit',
    name: 'Name, wenn Sie wollen',
    start: 'Countdown starten',
    stop: 'Beenden',
  },

  programs: {
    heading: 'Für Programme',
    embed: 'In einer Seite',
    answer: 'Die Antwort jetzt',
    missing: 'Der Server gibt im Moment keine Antwort.',
    frame: (zone) => `Die Uhr in einem Rahmen, ${zone}`,
    copy: 'Code kopieren',
    again: 'Noch einmal fragen',
    copied: 'Kopiert.',
    cannotCopy: 'Der Browser lässt diese Seite nicht kopieren. Markieren Sie den Code.',
    all: 'Die ganze API, zum Lesen und Ausprobieren',
  },

  evidence: {
    summary: 'Woher weiß man das?',
    formula: 'Nach einem Austausch ist die Uhr des Servers',
    atLeast: 'mindestens',
    atMost: 'höchstens',
    symbols:
      'c ist die Uhr Ihres Geräts jetzt, c_1 beim Absenden der Anfrage, c_4 beim Eintreffen der Antwort. s_1 und s_2 sind die Uhr des Servers beim Eintreffen der Anfrage und beim Absenden der Antwort. r und r_s sind die Schritte der beiden Uhren, und d ist die Grenze ihrer Drift.',
    explanation:
      'Die Seite fragt den Server nach seiner Zeit und merkt sich, wann die Anfrage abging und wann die Antwort kam. Dazwischen hat der Server seine Uhr gelesen, also liegt die Zeit in einem Intervall, das so breit ist wie Hin- und Rückweg. Die wahre Zeit liegt im Durchschnitt der Intervalle mehrerer Austausche. Bis zum nächsten Austausch wächst er um die Grenze der Drift beider Uhren.',
    source: 'Quelle für UTC',
    reason: 'Grund, den der Server nennt',
    lastRoundTrip: 'Letzter Hin- und Rückweg',
    shortestRoundTrip: 'Kürzester Hin- und Rückweg',
    exchanges: 'Gezeigte Austausche',
    hostClock: 'Uhr des Servers',
    lastReset: 'Letzter Neubeginn',
    zoneData: 'Zonendaten',
    release: (tzdb) => `Die des Servers, Ausgabe ${tzdb} der tz-Datenbank.`,
    differs: (zone) =>
      `Ihr Browser hat andere Regeln für ${zone}: die Seite zeigt Ihre Zeit nach denen des Servers.`,
    none: 'bisher keiner',
    causes: {
      'host-clock-changed': 'die Uhr des Servers wurde gestellt',
      'device-clock-changed': 'Ihr Gerät hat geschlafen, oder seine Uhr wurde gestellt',
    },
    contradiction: (gap) => `zwei Uhren widersprachen einander um mindestens ${gap}`,
  },
};
