/** Whether the browser lets a page fill the screen. Phones of Apple don't. */
export function canFillScreen(): boolean {
  return document.fullscreenEnabled;
}

/** Shows the clock alone on the whole screen, and keeps the screen on. Escape ends it. */
export async function fillScreen(): Promise<void> {
  await document.documentElement.requestFullscreen();
  const stayAwake = async () => {
    // The browser lets go of the screen when the page is hidden. It may also refuse, to save power.
    if (!document.hidden) lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  const end = () => {
    if (document.fullscreenElement !== null) return;
    document.removeEventListener('visibilitychange', stayAwake);
    document.removeEventListener('fullscreenchange', end);
    void lock?.release();
  };
  let lock: WakeLockSentinel | undefined;
  document.addEventListener('visibilitychange', stayAwake);
  document.addEventListener('fullscreenchange', end);
  await stayAwake();
}
