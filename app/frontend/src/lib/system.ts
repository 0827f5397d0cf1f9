/** The visitor's operating system, as far as its settings of the clock differ. */
export type System = 'windows' | 'mac' | 'ios' | 'android' | 'chromeOs' | 'linux' | 'other';

const SIGNS: readonly (readonly [System, RegExp])[] = [
  ['android', /Android/],
  ['ios', /iPhone|iPad|iPod/],
  ['windows', /Windows/],
  ['mac', /Mac OS X/],
  ['chromeOs', /CrOS/],
  ['linux', /Linux|X11/],
];

/** Reads the system off the browser's user agent. */
export function systemOf(userAgent: string): System {
  return SIGNS.find(([, sign]) => sign.test(userAgent))?.[0] ?? 'other';
}
