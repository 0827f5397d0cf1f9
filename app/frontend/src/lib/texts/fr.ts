import type { Texts } from './texts.ts';

/**
 * Every word of the reading and of the settings in French. The spaces that its signs need are no-break
 * ones, or a line could begin with a colon.
 */
export const fr: Texts = {
  title: 'Heure du serveur · Dataiku Assessment',
  heading: 'L’heure du serveur',
  statements: 'Ce qu’on en sait',
  timeUnknown: 'L’heure n’est pas encore connue.',
  restMissing: 'Le reste de cette page n’a pas pu être affiché. La recharger peut aider.',
  localTime: (time) => `${time} dans votre fuseau horaire`,
  week: (week) => `semaine ${week}`,
  dayOfYear: (day) => `jour ${day}`,
  bound: (bound) => `±\u00a0${bound}`,
  boundTo: { utc: 'par rapport à UTC', host: 'par rapport au serveur' },
  utcUnknown: 'à UTC\u00a0: inconnue',
  boundUnknown: 'On ne sait pas encore de combien elle peut être fausse.',
  inUtc: (time) => `${time} UTC`,

  reference: { utc: 'UTC', host: 'le serveur' },
  sources: {
    kernel: 'par son noyau',
    ntp: 'par NTP',
    'kernel+ntp': 'par son noyau et par NTP',
  },

  deviceOffset: {
    unknown: 'On ne sait pas encore de combien votre appareil s’écarte.',
    within: (most, reference) => `Votre appareil s’accorde avec ${reference} à ${most} près.`,
    ahead: (span, bound, reference) =>
      `Votre appareil avance de ${span} sur ${reference}, à ${bound} près.`,
    behind: (span, bound, reference) =>
      `Votre appareil retarde de ${span} sur ${reference}, à ${bound} près.`,
  },

  serverStatus: {
    now: {
      synchronized: (within, source) => `Le serveur connaît UTC à ${within} près, ${source}.`,
      holdover: (within) => `Le serveur a perdu sa source d’UTC et le maintient à ${within} près.`,
      contradictory: 'Les sources d’UTC du serveur se contredisent.',
      unsynchronized: 'Le serveur ne sait pas à quelle distance d’UTC il se trouve.',
      unknown: 'Le serveur ne sait pas à quelle distance d’UTC il se trouve.',
    },
    before: {
      synchronized: (within, source) => `Le serveur connaissait UTC à ${within} près, ${source}.`,
      holdover: (within) =>
        `Le serveur avait perdu sa source d’UTC et le maintenait à ${within} près.`,
      contradictory: 'Les sources d’UTC du serveur se contredisaient.',
      unsynchronized: 'Le serveur ne savait pas à quelle distance d’UTC il se trouvait.',
      unknown: 'Le serveur ne savait pas à quelle distance d’UTC il se trouvait.',
    },
    notAsked: 'On ne sait pas encore à quel point le serveur est sûr d’UTC.',
  },

  knowledge: {
    connecting: '',
    known: 'UTC est connu.',
    holdover: 'Aucun serveur ne garantit UTC en ce moment.',
    unknown: 'On ne sait pas à quelle distance d’UTC le serveur se trouve.',
  },

  connection: {
    connecting: 'On demande l’heure au serveur…',
    online: 'Connecté.',
    unreachable: 'Le serveur ne donne pas l’heure. Nouvel essai en cours.',
    recalled: (moment) =>
      `Le serveur ne donne pas l’heure. Ce que vous voyez a été mesuré le ${moment} et continue sur l’horloge de votre appareil. C’est juste si personne ne l’a réglée depuis.`,
    offlineSince: (moment) =>
      `Le serveur n’a plus donné l’heure depuis le ${moment}. Ce que vous voyez continue à partir de là, et sa tolérance croît.`,
  },

  incident: {
    contradiction: (gap) =>
      `Deux horloges diffèrent d’au moins ${gap}\u00a0: ce qu’on savait est oublié et mesuré de nouveau.`,
    hostClockSet: 'L’horloge du serveur a été réglée. Elle est mesurée de nouveau.',
    deviceClockChanged:
      'Votre appareil s’est mis en veille, ou son horloge a été réglée. L’heure est mesurée de nouveau.',
    deviceSlept: 'Votre appareil vient de se réveiller. L’heure a été mesurée de nouveau.',
    deviceSetForward: (span, bound) =>
      `L’horloge de votre appareil a été avancée de ${span}, à ${bound} près. L’heure affichée ici n’a pas suivi.`,
    deviceSetBack: (span, bound) =>
      `L’horloge de votre appareil a été reculée de ${span}, à ${bound} près. L’heure affichée ici n’a pas suivi.`,
  },

  settings: {
    language: 'Langue',
    languages: { en: 'English', fr: 'Français' },
    theme: 'Thème',
    themes: { light: 'Clair', dark: 'Sombre' },
    asBrowser: 'Comme le navigateur',
    api: 'Pour les programmes\u00a0: l’API',
  },
};
