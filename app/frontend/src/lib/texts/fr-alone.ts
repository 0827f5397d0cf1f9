import type { AloneTexts } from './texts.ts';

/** The words of the clock alone, at `/wall` and `/embed`, in French. */
export const fr: AloneTexts = {
  timeIn: (time, place) => `${time}, ${place}`,
  unknownZone: (id) => `Le serveur ne connaît pas de fuseau «\u00a0${id}\u00a0».`,
  zoneExample: 'Changez l’adresse\u00a0: zone=Europe/Paris',
  noZone: 'Le serveur ne donne pas les règles de ce fuseau pour l’instant.',
  noTime: (name, text) => `${name}=${text} n’est pas une heure. Exemple\u00a0: ${name}=09:00`,
  start: 'Début',
  finish: 'Fin',
  before: (left) => `${left} avant le début`,
  running: (left) => `Reste ${left}`,
  finished: 'Terminé',
  fullScreen: 'Plein écran',
};
