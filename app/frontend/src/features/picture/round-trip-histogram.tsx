import { ToleranceScale } from '../../ui/tolerance-scale.tsx';
import { BARS, roundTripBars } from './round-trip-bars.ts';

interface RoundTripHistogramProps {
  readonly roundTripsMs: readonly number[];
}

/** How long the way there and back took, on the gauge's scale. */
export function RoundTripHistogram({ roundTripsMs }: RoundTripHistogramProps) {
  const bars = roundTripBars(roundTripsMs);
  const most = Math.max(...bars.map(({ count }) => count));
  return (
    <ToleranceScale>
      <div className="bars">
        {bars.map(({ index, count }) => (
          <span
            key={index}
            style={{ right: `${(index / BARS) * 100}%`, transform: `scaleY(${count / most})` }}
          />
        ))}
      </div>
    </ToleranceScale>
  );
}
