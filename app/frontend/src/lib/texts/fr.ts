import type { Texts } from './texts.ts';

/**
 * The words of the reading and of the settings in French. Spaces before punctuation are no-break spaces;
 * otherwise a line could begin with a colon.
 */
export const fr: Texts = {
  title: 'Heure exacte · Dataiku Assessment',
  heading: 'Heure exacte',
  statements: 'Précision de l’heure',
  about:
    'L’heure exacte, l’erreur qu’elle peut avoir, et si l’horloge de votre ordinateur est juste.',
  timeUnknown: 'L’heure n’est pas encore connue.',
  restMissing: 'Le reste de cette page n’a pas pu être chargé. Recharger la page peut aider.',
  localTime: (time) => `${time} dans votre fuseau horaire`,
  week: (week) => `semaine ${week}`,
  dayOfYear: (day) => `jour ${day}`,
  bound: (bound) => `±\u00a0${bound}`,
  boundTo: { utc: 'par rapport à UTC', host: 'par rapport au serveur' },
  utcUnknown: 'à UTC\u00a0: inconnue',
  inUtc: (time) => `${time} UTC`,

  accuracy: {
    asking: 'On demande l’heure au serveur…',
    within: 'Juste à',
    amount: (span) => `${span} près`,
    thousandths: (count, written) =>
      count === 1 ? 'un millième de seconde près' : `${written} millièmes de seconde près`,
    hundredths: (count, written) =>
      count === 1 ? 'un centième de seconde près' : `${written} centièmes de seconde près`,
    tenths: (count, written) =>
      count === 1 ? 'un dixième de seconde près' : `${written} dixièmes de seconde près`,
    unknown: 'Écart par rapport à UTC\u00a0:',
    unknownKey: 'inconnu',
    advice: 'Qui le gère peut indiquer un serveur de temps\u00a0: NTP_SERVERS.',
  },

  device: {
    computer: 'L’horloge de votre ordinateur est',
    phone: 'L’horloge de votre appareil est',
    asking: 'en cours d’examen',
    right: 'juste',
    unknown: 'non vérifiée',
    ahead: (span) => `en avance de ${span}`,
    behind: (span) => `en retard de ${span}`,
    setIt: {
      windows:
        'Pour la régler\u00a0: Paramètres, Heure et langue, Date et heure, Synchroniser maintenant.',
      mac: 'Pour la régler\u00a0: Réglages Système, Général, Date et heure, Régler automatiquement.',
      ios: 'Pour la régler\u00a0: Réglages, Général, Date et heure, Réglage automatique.',
      android: 'Pour la régler\u00a0: Paramètres, Système, Date et heure, Heure automatique.',
      chromeOs: 'Pour la régler\u00a0: Paramètres, Date et heure. Elle se règle seule en ligne.',
      linux: 'Pour la régler\u00a0: tapez «\u00a0timedatectl set-ntp true\u00a0» dans un terminal.',
      other: 'Pour la régler\u00a0: activez l’heure automatique dans les paramètres.',
    },
  },

  reference: { utc: 'UTC', host: 'le serveur' },
  sources: {
    kernel: 'par son noyau',
    ntp: 'par NTP',
    'kernel+ntp': 'par son noyau et par NTP',
  },
  authenticated: (source) => `${source}, authentifié`,

  deviceOffset: {
    unknown: 'L’écart de votre appareil n’est pas encore connu.',
    within: (most, reference) => `Votre appareil s’accorde avec ${reference} à ${most} près.`,
    ahead: (span, bound, reference) =>
      `Votre appareil avance de ${span} sur ${reference}, à ${bound} près.`,
    behind: (span, bound, reference) =>
      `Votre appareil retarde de ${span} sur ${reference}, à ${bound} près.`,
  },

  serverStatus: {
    now: {
      synchronized: (within, source) => `Le serveur connaît UTC à ${within} près, ${source}.`,
      holdover: (within) =>
        `Le serveur a perdu sa source d’UTC. Sa propre horloge maintient UTC à ${within} près.`,
      contradictory: 'Les sources d’UTC du serveur se contredisent.',
      unsynchronized: 'Le serveur ne sait pas à quelle distance d’UTC il se trouve.',
      unknown: 'Le serveur ne sait pas à quelle distance d’UTC il se trouve.',
    },
    before: {
      synchronized: (within, source) => `Le serveur connaissait UTC à ${within} près, ${source}.`,
      holdover: (within) =>
        `Le serveur avait perdu sa source d’UTC. Sa propre horloge maintenait UTC à ${within} près.`,
      contradictory: 'Les sources d’UTC du serveur se contredisaient.',
      unsynchronized: 'Le serveur ne savait pas à quelle distance d’UTC il se trouvait.',
      unknown: 'Le serveur ne savait pas à quelle distance d’UTC il se trouvait.',
    },
    notAsked: 'La marge du serveur par rapport à UTC n’est pas encore connue.',
  },

  knowledge: {
    connecting: '',
    known: 'UTC est connu.',
    holdover: 'Aucun serveur ne confirme UTC en ce moment.',
    unknown: 'L’écart du serveur par rapport à UTC est inconnu.',
  },

  connection: {
    connecting: 'On demande l’heure au serveur…',
    online: 'Connecté.',
    unreachable: 'Le serveur ne donne pas l’heure. Nouvel essai en cours.',
    recalled: (moment) =>
      `Le serveur ne donne pas l’heure. L’heure affichée a été mesurée le ${moment}, puis maintenue par l’horloge de votre appareil. Elle est juste si personne n’a réglé cette horloge depuis.`,
    offlineSince: (moment) =>
      `Le serveur ne donne plus l’heure depuis le ${moment}. L’heure affichée continue à partir de là, et sa marge grandit.`,
  },

  incident: {
    contradiction: (gap) =>
      `Deux horloges diffèrent d’au moins ${gap}. L’heure est mesurée de nouveau.`,
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
    hours: 'Heures',
    hourCycles: { h12: '12 heures', h23: '24 heures' },
    theme: 'Thème',
    themes: { light: 'Clair', dark: 'Sombre' },
    asBrowser: 'Comme le navigateur',
    api: 'Pour les programmes\u00a0: l’API',
  },
};
