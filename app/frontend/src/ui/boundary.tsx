import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** Shown in place of the children when they fail. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Keeps an error in the children, or in loading them, from breaking the rest of the page. */
export class Boundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
