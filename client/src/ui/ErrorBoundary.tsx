import { Component, type ReactNode } from "react";

interface Props {
  /** Another key starts afresh: the path, so that a page that broke does not break the next. */
  resetKey: string;
  fallback: (retry: () => void, error: Error) => ReactNode;
  children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { error: Error | null; key: string }> {
  override state = { error: null as Error | null, key: this.props.resetKey };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: { key: string }) {
    return props.resetKey === state.key ? null : { error: null, key: props.resetKey };
  }

  override render() {
    const { error } = this.state;
    return error
      ? this.props.fallback(() => this.setState({ error: null }), error)
      : this.props.children;
  }
}
