import type { Frame, Ticker } from '../../lib/ticker.ts';

/** The page's clock can't be heard better than this, so with a larger bound (in ms) there is no signal. */
const LARGEST_BOUND_MS = 20;

const MINUTE_MS = 60_000;
/** Five short pips and a long one, which begins with the minute. */
const PIPS = 6;
const SHORT_S = 0.1;
const LONG_S = 0.5;
const PITCH_HZ = 1_000;
const LOUDNESS = 0.2;
/** A signal is set up so long before its first pip, in ms: longer than from one frame to the next. */
const LEAD_MS = 2_500;

/** Whether the time of a frame is known well enough for a signal. */
export function isKnownForSignal({ reading }: Frame): boolean {
  return reading !== null && reading.scale === 'utc' && reading.boundMs < LARGEST_BOUND_MS;
}

/** Plays the pips of each minute until the returned function is called. */
export function startTimeSignal(ticker: Ticker, audio: AudioContext): () => void {
  let lastMinute = 0;
  let playing: readonly OscillatorNode[] = [];
  const silence = () => {
    for (const pip of playing) pip.stop();
    playing = [];
  };
  const look = () => {
    const frame = ticker.getFrame();
    if (!isKnownForSignal(frame) || frame.reading === null) {
      // Pips that are set up already would claim what is no longer known.
      silence();
      lastMinute = 0;
      return;
    }
    const { estimateMs } = frame.reading;
    const minute = Math.ceil(estimateMs / MINUTE_MS);
    const firstInMs = minute * MINUTE_MS - (PIPS - 1) * 1_000 - estimateMs;
    if (minute === lastMinute || firstInMs < 0 || firstInMs > LEAD_MS) return;
    lastMinute = minute;
    const firstAt = soundTime(audio, frame.atMs + firstInMs / frame.rate);
    playing = Array.from({ length: PIPS }, (_, index) =>
      beep(audio, firstAt + index, index === PIPS - 1 ? LONG_S : SHORT_S),
    );
  };
  const unsubscribe = ticker.subscribe(look);
  look();
  return () => {
    unsubscribe();
    silence();
  };
}

/** The time of the audio clock, in s, at which what it plays is heard at a moment of the monotonic clock. */
function soundTime(audio: AudioContext, monotonicMs: number): number {
  const { contextTime, performanceTime } = audio.getOutputTimestamp();
  // Before anything was played, browsers give zeros.
  const heard =
    performanceTime && contextTime !== undefined
      ? { s: contextTime, atMs: performanceTime }
      : { s: audio.currentTime, atMs: performance.now() };
  return heard.s + (monotonicMs - heard.atMs) / 1_000;
}

function beep(audio: AudioContext, atS: number, lengthS: number): OscillatorNode {
  const pip = audio.createOscillator();
  const volume = audio.createGain();
  pip.frequency.value = PITCH_HZ;
  volume.gain.value = LOUDNESS;
  pip.connect(volume).connect(audio.destination);
  pip.start(atS);
  pip.stop(atS + lengthS);
  return pip;
}
