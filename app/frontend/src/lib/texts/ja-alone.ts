import type { AloneTexts } from './texts.ts';

/** The words of the clock alone, at `/wall` and `/embed`, in Japanese. */
export const ja: AloneTexts = {
  timeIn: (time, place) => `${place}で${time}`,
  unknownZone: (id) => `サーバーはタイムゾーン「${id}」を知りません。`,
  zoneExample: 'アドレスを変えてください：zone=Europe/Paris',
  noZone: 'サーバーは今、このタイムゾーンの規則を答えません。',
  noTime: (name, text) => `${name}=${text}は時刻ではありません。例：${name}=09:00`,
  start: '開始',
  finish: '終了',
  before: (left) => `開始まで${left}`,
  running: (left) => `残り${left}`,
  finished: '終わりました',
  fullScreen: '全画面',
};
