/** Everything shows: zones, a countdown, and the picture, in a window that has them all in view. */
export const EVERYTHING = {
  path: '/?zones=Asia/Tokyo,America/New_York,Europe/Paris&until=2099-12-31T23:59:59Z',
  viewport: { width: 1280, height: 2000 },
} as const;
