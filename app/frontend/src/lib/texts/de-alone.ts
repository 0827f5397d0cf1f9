import type { AloneTexts } from './texts.ts';

/** The words of the clock alone, at `/wall` and `/embed`, in German. */
export const de: AloneTexts = {
  timeIn: (time, place) => `${time} in ${place}`,
  unknownZone: (id) => `Der Server kennt keine Zeitzone „${id}“.`,
  zoneExample: 'Ändern Sie die Adresse: zone=Europe/Paris',
  noZone: 'Der Server nennt die Regeln dieser Zeitzone im Moment nicht.',
  noTime: (name, text) => `${name}=${text} ist keine Uhrzeit. Beispiel: ${name}=09:00`,
  start: 'Beginn',
  finish: 'Ende',
  before: (left) => `${left} bis zum Beginn`,
  running: (left) => `noch ${left}`,
  finished: 'Beendet',
  fullScreen: 'Vollbild',
};
