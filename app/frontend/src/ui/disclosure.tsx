import { type ReactNode, type ToggleEvent, useState } from 'react';

interface DisclosureProps {
  readonly className?: string;
  readonly summary: string;
  readonly children: ReactNode;
}

/** Content that is rendered only while it is open. */
export function Disclosure({ className, summary, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  const onToggle = ({ newState }: ToggleEvent<HTMLDetailsElement>) => setOpen(newState === 'open');
  return (
    <details className={className} onToggle={onToggle}>
      <summary>{summary}</summary>
      {isOpen && children}
    </details>
  );
}
