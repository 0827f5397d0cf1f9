import type { ReactNode } from 'react';
import { formatMark } from '../lib/format-measure.ts';
import { scaleMarks } from '../lib/tolerance-scale.ts';
import { useLanguage } from '../lib/use-language.ts';
import './tolerance-scale.css';

interface ToleranceScaleProps {
  /** What is measured: a band, or bars. */
  readonly children: ReactNode;
}

/** The gauge's logarithmic scale, each decade under the digit that it swallows. */
export function ToleranceScale({ children }: ToleranceScaleProps) {
  const { locale } = useLanguage();
  return (
    <div className="scale" aria-hidden="true">
      {children}
      {scaleMarks().map(({ fraction, multiple, unitMs }) => (
        <span
          key={fraction}
          className={multiple === 1 ? 'mark decade' : 'mark'}
          style={{ right: `${fraction * 100}%` }}
        >
          {multiple === 1 ? formatMark(unitMs, locale) : null}
        </span>
      ))}
    </div>
  );
}
