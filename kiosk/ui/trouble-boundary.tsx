import { Component, type ComponentChildren } from 'preact';

interface Props {
  children: ComponentChildren;
  /** What is shown instead; `again` draws the children anew. */
  instead(again: () => void): ComponentChildren;
}

/** Event of the window, with the error as detail: something could not be drawn. */
export const drawingFailed = 'drawing-failed';

/** No citizen ever sees a blank or broken page: what throws while drawing is replaced by words and a way on. */
export class TroubleBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    dispatchEvent(new CustomEvent(drawingFailed, { detail: error }));
  }

  override render() {
    const { children, instead } = this.props;
    return this.state.failed ? instead(() => this.setState({ failed: false })) : children;
  }
}
