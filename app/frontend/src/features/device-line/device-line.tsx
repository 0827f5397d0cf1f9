import { formatMark } from '../../lib/format-measure.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useFrame } from '../../lib/use-frame.ts';
import { type DeviceLine, deviceLine } from './device-line.ts';
import './device-line.css';

/** "Is your clock right?" as a picture: the true time is in the bar, and the dot is the visitor's device. */
export function IsYourClockRight() {
  const { texts, locale } = useBelowLanguage();
  // A text, so that nothing is rendered while nothing changes.
  const drawn = useFrame(({ deviceOffset }) =>
    deviceOffset?.scale === 'utc' ? JSON.stringify(deviceLine(deviceOffset)) : null,
  );
  const line: DeviceLine | null = drawn === null ? null : JSON.parse(drawn);
  const reach = line === null ? '' : formatMark(line.reachMs, locale);
  return (
    <section className="device-line" aria-labelledby="device-line">
      <h2 id="device-line">{texts.deviceLine.heading}</h2>
      <p>{texts.deviceLine.verdicts[line?.verdict ?? 'unknown']}</p>
      <div className="axis" aria-hidden="true">
        {line !== null && (
          <>
            <span className="bar" style={{ left: at(-line.bar), right: at(-line.bar) }} />
            <span className="dot" style={{ left: at(line.dot) }} />
          </>
        )}
      </div>
      <p className="reach" aria-hidden="true">
        <span>{line !== null && texts.deviceLine.behind(reach)}</span>
        <span>{line !== null && texts.deviceLine.ahead(reach)}</span>
      </p>
      <p className="legend" aria-hidden="true">
        <span className="bar" /> {texts.deviceLine.bar}
        <br />
        <span className="dot" /> {texts.deviceLine.dot}
      </p>
    </section>
  );
}

/** A place on the line, from -1 to 1, as a share of its length. */
function at(place: number): string {
  return `${(50 + 50 * place).toFixed(2)}%`;
}
