import type { Texts } from './texts.ts';

/** Every word of the page in French. */
export const fr: Texts = {
  title: 'Heure du serveur · Dataiku Assessment',
  heading: 'L’heure du serveur',
  statements: 'Ce qu’on en sait',
  timeUnknown: 'L’heure n’est pas encore connue.',
  localTime: (time) => `${time} dans votre fuseau horaire`,
  week: (week) => `semaine ${week}`,
  dayOfYear: (day) => `jour ${day}`,
  tolerance: (bound) => `± ${bound}`,
  toleranceOf: { utc: 'écart à UTC', host: 'écart au serveur' },
  toleranceUnknown: '± ?',
  inUtc: (time) => `${time} UTC`,

  reference: { utc: 'UTC', host: 'l’horloge du serveur' },
  sources: {
    kernel: 'par son noyau',
    ntp: 'par NTP',
    'kernel+ntp': 'par son noyau et par NTP',
  },

  deviceOffset: {
    unknown: 'On ne sait pas encore de combien votre appareil s’écarte.',
    within: (most, reference) =>
      `Votre appareil s’accorde avec ${reference}, pour autant qu’on sache : à ${most} près.`,
    ahead: (span, bound, reference) =>
      `Votre appareil avance de ${span} sur ${reference}, à ± ${bound}.`,
    behind: (span, bound, reference) =>
      `Votre appareil retarde de ${span} sur ${reference}, à ± ${bound}.`,
  },

  serverClock: {
    synchronized: (within, source) => `Le serveur connaît UTC à ${within} près, ${source}`,
    holdover: (within) =>
      `Le serveur a perdu sa source d’UTC et continue sur sa propre horloge, à ${within} près et de moins en moins sûr`,
    contradictory: 'Les sources d’UTC du serveur se contredisent : il n’en croit aucune',
    unsynchronized: 'Le serveur ne sait pas à quelle distance d’UTC il se trouve',
    unknown: 'Le serveur ne sait pas à quelle distance d’UTC il se trouve',
    notAsked: 'On ne sait pas encore si le serveur est sûr d’UTC.',
    reasonFollows: ' : ',
  },

  connection: {
    connecting: 'On demande l’heure au serveur…',
    online: 'Connecté.',
    unreachable: 'Le serveur ne répond pas. Nouvel essai en cours.',
    recalled: (moment) =>
      `Le serveur ne répond pas. Ce que vous voyez a été mesuré à ${moment} et continue sur l’horloge de votre appareil. C’est juste si personne ne l’a réglée depuis.`,
    offlineSince: (time) =>
      `Le serveur ne répond plus depuis ${time}. L’heure continue à partir de là, et sa tolérance croît.`,
  },

  incident: {
    contradiction: (gap) =>
      `Deux horloges se contredisent de ${gap}. L’une d’elles a tort : ce qu’on savait est oublié et mesuré de nouveau.`,
    serverClockSet: 'L’horloge du serveur a été réglée. Elle est mesurée de nouveau.',
    deviceClockChanged:
      'Votre appareil s’est mis en veille, ou son horloge a été réglée. L’heure est mesurée de nouveau.',
    deviceSlept: 'Votre appareil vient de se réveiller. L’heure a été mesurée de nouveau.',
    deviceSetForward: (span) =>
      `L’horloge de votre appareil a été avancée de ${span}. L’heure affichée ici n’a pas suivi.`,
    deviceSetBack: (span) =>
      `L’horloge de votre appareil a été reculée de ${span}. L’heure affichée ici n’a pas suivi.`,
  },

  picture: {
    heading: 'Ce que chaque échange laisse possible',
    caption:
      'Chaque trait vertical est un échange avec le serveur : la vérité se trouvait quelque part dessus. La bande est ce que tous ensemble permettent, et le trait qui la suit la meilleure estimation. Elle rétrécit à chaque bon échange et grandit jusqu’au suivant.',
    alternative: (count, least, most, together) =>
      `${count} ${count < 2 ? 'échange' : 'échanges'}. Seuls, ils laissent possible de ± ${least} à ± ${most} ; ensemble, ± ${together}.`,
    roundTrips: (count, shortest, median, longest) =>
      `L’aller-retour a pris de ${shortest} à ${longest}, dont ${median} au plus pour la moitié des ${count}.`,
    none: 'Aucun échange pour l’instant.',
    table: 'Les échanges en chiffres',
    columns: ['À', 'Aller-retour', 'Au plus tôt', 'Au plus tard'],
  },

  zones: {
    heading: 'Le même instant ailleurs',
    find: 'Ajouter un lieu : ville, pays ou fuseau',
    found: 'Lieux trouvés',
    foundNothing: (words) => `Aucun lieu connu sous le nom « ${words} ».`,
    cannotFind: 'Le serveur ne répond pas : impossible de chercher un lieu.',
    unknown: (id) => `Le serveur ne connaît pas de fuseau « ${id} ».`,
    same: 'votre heure',
    ahead: (span) => `${span} de plus que chez vous`,
    behind: (span) => `${span} de moins que chez vous`,
    goForward: (span, when) => `avance de ${span} ${when}`,
    goBack: (span, when) => `recul de ${span} ${when}`,
    arrange: 'Ranger',
    moveUp: (name) => `Monter ${name}`,
    moveDown: (name) => `Descendre ${name}`,
    remove: (name) => `Retirer ${name}`,
  },

  countdown: {
    heading: 'Temps restant',
    headingAtFirst: 'Temps restant jusqu’à un instant',
    days: (count, written) => `${written} ${count < 2 ? 'jour' : 'jours'}`,
    ahead: (instant) => `jusqu’au ${instant}, selon le serveur`,
    now: (instant) => `C’est maintenant, ${instant}, pour autant qu’on sache.`,
    passed: (instant) => `depuis le ${instant}, selon le serveur`,
    noInstant: (text) =>
      `« ${text} » n’est pas un instant. Il faut par exemple 2027-01-01T00:00:00Z.`,
    instant: 'Compter jusqu’à, à votre heure',
    start: 'Compter',
    stop: 'Arrêter',
  },

  settings: {
    language: 'Langue',
    languages: { en: 'English', fr: 'Français' },
    theme: 'Thème',
    themes: { light: 'Clair', dark: 'Sombre' },
    asBrowser: 'Comme le navigateur',
    api: 'Pour les programmes : l’API',
  },

  evidence: {
    summary: 'Comment le sait-on ?',
    explanation:
      'La page demande l’heure au serveur et note quand la question est partie et quand la réponse est arrivée. L’horloge du serveur a été lue entre les deux : l’heure se trouve donc dans un intervalle aussi large que l’aller-retour. La vérité est là où les intervalles de plusieurs échanges se recouvrent. Jusqu’à l’échange suivant, ce recouvrement grandit de ce que deux horloges peuvent dériver.',
    lastRoundTrip: 'Dernier aller-retour',
    shortestRoundTrip: 'Aller-retour le plus court',
    exchanges: 'Échanges retenus',
    serverClock: 'Horloge du serveur',
    lastReset: 'Dernier recommencement',
    none: 'aucun pour l’instant',
    causes: {
      'server-clock-changed': 'l’horloge du serveur a été réglée',
      'device-clock-changed': 'votre appareil a été en veille, ou son horloge a été réglée',
    },
    contradiction: (gap) => `deux horloges se contredisaient de ${gap}`,
  },
};
