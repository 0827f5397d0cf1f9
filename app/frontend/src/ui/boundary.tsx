import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** What stands in the place of parts that break. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Keeps a fault of the parts inside, or of their loading, from taking down the rest of the page. */
export class Boundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
