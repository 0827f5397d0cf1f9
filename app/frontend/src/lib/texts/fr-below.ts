import type { BelowTexts } from './texts.ts';

/** The words of the parts below the reading in French. */
export const fr: BelowTexts = {
  picture: {
    heading: 'Ce que prouve chaque échange',
    caption:
      'Chaque trait vertical est un échange avec le serveur\u00a0: l’heure exacte s’y trouvait. La bande est ce que tous ont en commun, et le trait qui la suit est la meilleure estimation. En haut, c’est plus tard, en bas plus tôt que l’estimation actuelle. Un bon échange rétrécit la bande\u00a0; jusqu’au suivant, elle s’élargit.',
    alternative: (count, least, most, together) =>
      count === 1
        ? `${count} échange. Sa marge est de ±\u00a0${together}.`
        : `${count} échanges. Pris isolément, leur marge est de ±\u00a0${least} à ±\u00a0${most}\u00a0; ensemble, de ±\u00a0${together}.`,
    roundTrips: (count, shortest, median, longest) =>
      count === 1
        ? `L’aller-retour a duré ${longest}.`
        : `Les allers-retours ont duré de ${shortest} à ${longest}. La médiane des ${count} est de ${median}.`,
    none: 'Aucun échange pour l’instant.',
    table: 'Les échanges en chiffres',
    columns: ['Heure', 'Aller-retour', 'Au plus tôt', 'Au plus tard'],
  },

  actions: {
    heading: 'Que faire de l’heure',
    fullScreen: 'Plein écran',
    copy: 'Copier l’heure',
    forms: {
      utc: 'ISO 8601, en UTC',
      local: 'ISO 8601, à votre heure',
      seconds: 'Secondes Unix',
      milliseconds: 'Millisecondes Unix',
    },
    share: 'Partager cet instant',
    seconds: 'Secondes',
    signal: 'Top horaire',
    signalOn: 'Six tops à chaque minute pleine. Le long la commence.',
    signalSilent: 'Muet tant que l’heure n’est pas connue à 20 ms près.',
    withBound: 'avec la marge',
    copied: (text) => `Copié\u00a0: ${text}`,
    cannotCopy: (text) =>
      `Le navigateur empêche cette page de copier. Sélectionnez-la ici\u00a0: ${text}`,
  },

  deviceLine: {
    heading: 'Votre horloge est-elle juste\u00a0?',
    verdicts: {
      unknown: 'On ne le sait pas encore.',
      inside: 'Oui\u00a0: elle se trouve là où l’heure exacte doit être.',
      near: 'Presque\u00a0: elle est à côté de l’heure exacte, de si peu que cela ne compte pas.',
      outside: 'Non\u00a0: elle est loin de l’heure exacte.',
    },
    behind: (span) => `${span} de retard`,
    ahead: (span) => `${span} d’avance`,
    bar: 'l’heure exacte est dans la barre',
    dot: 'votre horloge',
  },

  field: {
    label: 'Un lieu, une heure, ou collez n’importe quoi',
    examples: 'Séoul · 15:00 à Tokyo · 2026-12-03T17:00Z · demain 5h · dans 20 min',
    found: 'Ce que cela peut vouloir dire',
    foundNothing: (words) =>
      `«\u00a0${words}\u00a0» n’est ni un lieu ni une heure que cette page connaît. Essayez une ville, ou une heure comme 15:00 à Tokyo.`,
    loading: 'Chargement des lieux…',
    cannotFind:
      'Impossible de charger les lieux pour l’instant. Appuyez sur Entrée pour réessayer.',
    lacksRules:
      'Le serveur ne donne pas les décalages de cet endroit\u00a0: impossible de situer l’heure.',
    severalMeanings: (words) => `«\u00a0${words}\u00a0» a plusieurs sens. Choisissez-en un.`,
    more: (count) => `${count} de plus. Continuez à taper pour réduire la liste.`,
    count: (count) => `${count} ${count === 1 ? 'réponse' : 'réponses'}`,
    picked: {
      pinned: (name) => `${name} a été ajouté.`,
      present: (name) => `${name} est déjà dans la liste.`,
      full: (name) => `La liste est pleine. Retirez un lieu pour ajouter ${name}.`,
    },
    hints: {
      seconds: 'secondes Unix',
      milliseconds: 'millisecondes Unix',
      first: 'la première fois\u00a0: les horloges l’affichent deux fois',
      second: 'la seconde fois\u00a0: les horloges l’affichent deux fois',
      skipped: 'les horloges sautent l’heure que vous avez écrite',
    },
  },

  travel: {
    heading: 'Un autre instant',
    there: (time, place) => `${time} à ${place}`,
    here: (time) => `${time} ici`,
    both: (there, here, day) => `Quand il est *${there}*, il est *${here}*, le ${day}`,
    alone: (here, day) => `*${here}*, le ${day}`,
    copyLink: 'Copier le lien',
    copied: 'Le lien a été copié.',
    cannotCopy: (link) =>
      `Le navigateur ne laisse pas cette page copier. Sélectionnez ici\u00a0: ${link}`,
    addToCalendar: 'Ajouter à l’agenda',
    countDown: 'Compte à rebours',
    countsDown: 'Le compte à rebours est plus bas.',
    backToNow: 'Revenir à maintenant',
    noMoment: (text) =>
      `«\u00a0${text}\u00a0» n’est pas un instant que cette page peut montrer. Exemple\u00a0: 2026-12-03T06:00:00Z, entre les années 1900 et 2100.`,
  },

  zones: {
    heading: 'Le même instant ailleurs',
    cursor: 'L’instant montré',
    now: 'maintenant',
    citiesBy: 'Villes\u00a0:',
    unknown: (id) => `Le serveur ne connaît pas de fuseau «\u00a0${id}\u00a0».`,
    same: 'votre heure',
    ahead: (span) => `${span} de plus que chez vous`,
    behind: (span) => `${span} de moins que chez vous`,
    browserLater: (span) =>
      `d’après le serveur\u00a0; d’après votre navigateur, il est ${span} plus tard`,
    browserEarlier: (span) =>
      `d’après le serveur\u00a0; d’après votre navigateur, il est ${span} plus tôt`,
    byServerAlone: (change) => `${change} d’après le serveur, mais pas d’après votre navigateur`,
    goForward: (span, when) => `les horloges avancent de ${span} ${when}`,
    goBack: (span, when) => `les horloges reculent de ${span} ${when}`,
    arrange: 'Réorganiser',
    moved: (name, place) => `${name} a été déplacé en position ${place}.`,
    removed: (name) => `${name} a été retiré.`,
    moveUp: (name) => `Monter ${name}`,
    moveDown: (name) => `Descendre ${name}`,
    remove: (name) => `Retirer ${name}`,
  },

  countdown: {
    headings: {
      none: 'Temps restant jusqu’à un instant',
      ahead: 'Temps restant',
      now: 'Temps restant',
      passed: 'Temps écoulé',
    },
    days: (count, written) => `${written} ${count < 2 ? 'jour' : 'jours'}`,
    instants: {
      ahead: (instant) => `jusqu’au ${instant}`,
      now: (instant) => `C’est maintenant, ${instant}, à la marge près.`,
      passed: (instant) => `depuis le ${instant}`,
    },
    noInstant: (text) =>
      `«\u00a0${text}\u00a0» n’est pas un instant valide. Exemple\u00a0: 2027-01-01T00:00:00Z.`,
    instant: 'Compte à rebours jusqu’à (votre heure)',
    name: 'Nom, si vous voulez',
    start: 'Lancer',
    stop: 'Arrêter',
  },

  programs: {
    heading: 'Pour les programmes',
    embed: 'Dans une page',
    answer: 'La réponse en ce moment',
    missing: 'Le serveur ne répond pas pour l’instant.',
    frame: (zone) => `L’horloge dans un cadre, ${zone}`,
    copy: 'Copier le code',
    again: 'Redemander',
    copied: 'Copié.',
    cannotCopy: 'Le navigateur empêche cette page de copier. Sélectionnez le code.',
    all: 'Toute l’API, à lire et à essayer',
  },

  evidence: {
    summary: 'Comment le sait-on\u00a0?',
    formula: 'Après un échange, l’horloge du serveur est',
    atLeast: 'au moins',
    atMost: 'au plus',
    symbols:
      'c est l’horloge de votre appareil maintenant, c_1 au départ de la requête, c_4 à l’arrivée de la réponse. s_1 et s_2 sont l’horloge du serveur à l’arrivée de la requête et au départ de la réponse. r et r_s sont les pas des deux horloges, et d la limite de leur dérive.',
    explanation:
      'La page demande l’heure au serveur et note quand la requête est partie et quand la réponse est arrivée. Le serveur a lu son horloge entre les deux\u00a0: l’heure se trouve donc dans un intervalle aussi large que l’aller-retour. L’heure exacte est dans l’intersection des intervalles de plusieurs échanges. Jusqu’à l’échange suivant, cette intersection grandit de la limite de dérive des deux horloges.',
    source: 'Source d’UTC',
    reason: 'Raison donnée par le serveur',
    lastRoundTrip: 'Dernier aller-retour',
    shortestRoundTrip: 'Aller-retour le plus court',
    exchanges: 'Échanges retenus',
    hostClock: 'Horloge du serveur',
    lastReset: 'Dernière remise à zéro',
    zoneData: 'Données des fuseaux',
    release: (tzdb) => `Celles du serveur, version ${tzdb} de la base tz.`,
    differs: (zone) =>
      `Votre navigateur a d’autres règles pour ${zone}\u00a0: la page montre votre heure d’après celles du serveur.`,
    none: 'rien pour l’instant',
    causes: {
      'host-clock-changed': 'l’horloge du serveur a été réglée',
      'device-clock-changed': 'votre appareil a été en veille, ou son horloge a été réglée',
    },
    contradiction: (gap) => `deux horloges différaient d’au moins ${gap}`,
  },
};
