import type { BelowTexts } from './texts.ts';

/** Every word below the reading in French. */
export const fr: BelowTexts = {
  picture: {
    heading: 'Ce que chaque échange laisse possible',
    caption:
      'Chaque trait vertical est un échange avec le serveur\u00a0: la vérité se trouvait quelque part dessus. La bande est ce que tous ensemble permettent, et le trait qui la suit la meilleure estimation. Elle rétrécit à chaque bon échange et grandit jusqu’au suivant.',
    alternative: (count, least, most, together) =>
      count === 1
        ? `${count} échange. Il laisse une marge de ±\u00a0${together}.`
        : `${count} échanges. Pris isolément, ils laissent une marge de ±\u00a0${least} à ±\u00a0${most}\u00a0; ensemble, de ±\u00a0${together}.`,
    roundTrips: (count, shortest, median, longest) =>
      count === 1
        ? `L’aller-retour a duré ${longest}.`
        : `L’aller-retour a duré de ${shortest} à ${longest}, et au plus ${median} dans la moitié des ${count} cas.`,
    none: 'Aucun échange pour l’instant.',
    table: 'Les échanges en chiffres',
    columns: ['Heure', 'Aller-retour', 'Au plus tôt', 'Au plus tard'],
  },

  zones: {
    heading: 'Le même instant ailleurs',
    find: 'Ajouter un lieu\u00a0: ville, pays ou fuseau',
    found: 'Lieux trouvés',
    foundNothing: (words) =>
      `Aucun lieu connu sous le nom «\u00a0${words}\u00a0». Les villes portent leur nom anglais, et un pays les trouve aussi.`,
    loading: 'On demande ses lieux au serveur…',
    cannotFind: 'Impossible de chercher un lieu pour l’instant. Entrée\u00a0: nouvel essai.',
    more: (count) => `${count} de plus. Une lettre encore les réduit.`,
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
    count: (count) => `${count} ${count === 1 ? 'lieu trouvé' : 'lieux trouvés'}`,
    full: 'Il n’y a pas de place pour d’autres lieux. Retirez-en un pour en ajouter un.',
    arrange: 'Réorganiser',
    added: (name) => `${name} est ajouté.`,
    isThere: (name) => `${name} y est déjà.`,
    moved: (name, place) => `${name} est maintenant en position ${place}.`,
    removed: (name) => `${name} est retiré.`,
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
      now: (instant) => `C’est maintenant, ${instant}, pour autant qu’on sache.`,
      passed: (instant) => `depuis le ${instant}`,
    },
    noInstant: (text) =>
      `«\u00a0${text}\u00a0» n’est pas un instant. Il faut par exemple 2027-01-01T00:00:00Z.`,
    instant: 'Compte à rebours jusqu’à (votre heure)',
    start: 'Lancer',
    stop: 'Arrêter',
  },

  evidence: {
    summary: 'Comment le sait-on\u00a0?',
    formula: 'Après un échange, l’horloge du serveur est',
    symbols:
      'c est l’horloge de votre appareil maintenant, c₁ au départ de la question, c₄ à l’arrivée de la réponse. s₁ et s₂ sont l’horloge du serveur à l’arrivée de la question et au départ de la réponse. r et rₛ sont les pas des deux horloges, et ρ ce dont elles peuvent dériver.',
    explanation:
      'La page demande l’heure au serveur et note quand la question est partie et quand la réponse est arrivée. L’horloge du serveur a été lue entre les deux\u00a0: l’heure se trouve donc dans un intervalle aussi large que l’aller-retour. La vérité est là où les intervalles de plusieurs échanges se recouvrent. Jusqu’à l’échange suivant, ce recouvrement grandit de ce que deux horloges peuvent dériver.',
    source: 'Source d’UTC',
    reason: 'Dans les mots du serveur',
    lastRoundTrip: 'Dernier aller-retour',
    shortestRoundTrip: 'Aller-retour le plus court',
    exchanges: 'Échanges retenus',
    hostClock: 'Horloge du serveur',
    lastReset: 'Dernière remise à zéro',
    none: 'rien pour l’instant',
    causes: {
      'host-clock-changed': 'l’horloge du serveur a été réglée',
      'device-clock-changed': 'votre appareil a été en veille, ou son horloge a été réglée',
    },
    contradiction: (gap) => `deux horloges différaient d’au moins ${gap}`,
  },
};
