import type { AloneTexts } from './texts.ts';

/** The words of the clock alone, at `/wall` and `/embed`, in Spanish. */
export const es: AloneTexts = {
  timeIn: (time, place) => `${time} en ${place}`,
  unknownZone: (id) => `El servidor no conoce la zona horaria «${id}».`,
  zoneExample: 'Cambie la dirección: zone=Europe/Paris',
  noZone: 'El servidor no da ahora las reglas de esta zona horaria.',
  noTime: (name, text) => `${name}=${text} no es una hora. Ejemplo: ${name}=09:00`,
  start: 'Comienzo',
  finish: 'Final',
  before: (left) => `${left} hasta el comienzo`,
  running: (left) => `quedan ${left}`,
  finished: 'Terminado',
  fullScreen: 'Pantalla completa',
};
