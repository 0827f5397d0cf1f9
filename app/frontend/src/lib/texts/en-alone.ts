/** The words of the clock alone, at `/wall` and `/embed`, in English. */
export const en = {
  timeIn: (time: string, place: string) => `${time} in ${place}`,
  unknownZone: (id: string) => `The server doesn’t know the time zone “${id}”.`,
  zoneExample: 'Change the address: zone=Europe/Paris',
  noZone: 'The server doesn’t tell the rules of this time zone at the moment.',
  noTime: (name: string, text: string) => `${name}=${text} is not a time. Example: ${name}=09:00`,
  start: 'Start',
  finish: 'Finish',
  before: (left: string) => `${left} until the start`,
  running: (left: string) => `${left} left`,
  finished: 'Finished',
  fullScreen: 'Full screen',
};
