import type { ReactNode } from 'react';
import { texts } from '../../lib/texts.ts';
import { scaleMarks } from '../../lib/tolerance-scale.ts';

interface ToleranceScaleProps {
  /** The band that is measured. */
  readonly children: ReactNode;
}

/** The gauge's logarithmic scale, each decade under the digit that it swallows. */
export function ToleranceScale({ children }: ToleranceScaleProps) {
  return (
    <div className="scale" aria-hidden="true">
      {children}
      {scaleMarks().map(({ fraction, multiple, unitMs }) => (
        <span
          key={fraction}
          className={multiple === 1 ? 'mark decade' : 'mark'}
          style={{ right: `${fraction * 100}%` }}
        >
          {multiple === 1 ? texts.scaleLabels[unitMs] : null}
        </span>
      ))}
    </div>
  );
}
