import { Component, type ReactNode } from 'react';
import { FaultScreen } from './fault-screen';

interface State {
  failed: boolean;
}

/** A fault in a screen leaves a way out instead of an empty window. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <FaultScreen onAgain={() => this.setState({ failed: false })} />;
  }
}
