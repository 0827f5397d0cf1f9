import type { AloneTexts } from './texts.ts';

/** The words of the clock alone, at `/wall` and `/embed`, in Arabic. */
export const ar: AloneTexts = {
  timeIn: (time, place) => `${time} في ${place}`,
  unknownZone: (id) => `لا يعرف الخادم المنطقة الزمنية “${id}”.`,
  zoneExample: 'غيّر العنوان: zone=Europe/Paris',
  noZone: 'لا يعطي الخادم الآن قواعد هذه المنطقة الزمنية.',
  noTime: (name, text) => `${name}=${text} ليس وقتًا. مثال: ${name}=09:00`,
  start: 'البداية',
  finish: 'النهاية',
  before: (left) => `${left} حتى البداية`,
  running: (left) => `بقي ${left}`,
  finished: 'انتهى',
  fullScreen: 'ملء الشاشة',
};
