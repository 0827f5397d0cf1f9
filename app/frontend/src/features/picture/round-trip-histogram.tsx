import { BoundScale } from '../../ui/bound-scale.tsx';
import { BARS, roundTripBars } from './round-trip-bars.ts';

interface RoundTripHistogramProps {
  readonly roundTripsMs: readonly number[];
}

/** The histogram of round trips, on the bound scale. */
export function RoundTripHistogram({ roundTripsMs }: RoundTripHistogramProps) {
  const bars = roundTripBars(roundTripsMs);
  const most = Math.max(...bars.map(({ count }) => count));
  return (
    <BoundScale>
      <div className="bars">
        {bars.map(({ index, count }) => (
          <span
            key={index}
            style={{ right: `${(index / BARS) * 100}%`, transform: `scaleY(${count / most})` }}
          />
        ))}
      </div>
    </BoundScale>
  );
}
