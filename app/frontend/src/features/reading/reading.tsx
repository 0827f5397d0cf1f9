import { NO_DIGITS } from '../../lib/clock-digits.ts';
import { useDrawn } from '../../lib/use-drawn.ts';
import { drawReading } from './draw-reading.ts';
import { useReels } from './use-reels.ts';
import './reading.css';

/** Place, date and time. The digits end where the bound does. The document has the same elements. */
export function Reading() {
  const reading = useDrawn(drawReading);
  useReels(reading);
  return (
    <div className="reading" ref={reading}>
      <p className="when">
        <strong className="place" />
        <span className="date" />
        <span className="calendar" />
        <span className="offset" />
        <span className="utc" aria-hidden="true" />
      </p>
      <time className="for-screen-readers" />
      <div className="digits" aria-hidden="true">
        {NO_DIGITS.map((digit, place) => (
          <span key={place}>{digit}</span>
        ))}
      </div>
    </div>
  );
}
