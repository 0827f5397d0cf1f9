import { type ReactNode, type ToggleEvent, useState } from 'react';

interface DisclosureProps {
  readonly className?: string;
  readonly summary: string;
  readonly children: ReactNode;
}

/** What waits until asked. It is not there, and costs nothing, before somebody opens it. */
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
