import { LitElement } from 'lit';
import type { CoauthorGraph } from '../../widget/widget.ts';

/** Requests navigation to a path of the explorer. */
export class NavigateEvent extends Event {
  readonly path: string;
  /**
   * `replace`: the view stays, and only its address changes. `add`: the view stays, and going back leads to its previous
   * address.
   */
  readonly mode: 'go' | 'replace' | 'add';

  constructor(path: string, mode: NavigateEvent['mode'] = 'go') {
    super('navigate', { bubbles: true, composed: true });
    this.path = path;
    this.mode = mode;
  }
}

/**
 * The content of the page at one address. Views render into the page itself, because they use its style sheet. They
 * are kept while their address is in the history, so that going back shows them unchanged.
 */
export abstract class View extends LitElement {
  private currentHeading = '';

  /** The heading, which becomes the title of the document. Empty until the data is loaded. */
  get heading(): string {
    return this.currentHeading;
  }

  protected set heading(heading: string) {
    if (this.currentHeading === heading) return;
    this.currentHeading = heading;
    this.dispatchEvent(new Event('heading-change', { bubbles: true, composed: true }));
  }

  /** Whether the page has nothing to show yet. The event `heading-change` tells that this has changed. */
  get isLoading(): boolean {
    return false;
  }

  /**
   * After the user went back or forward in the browser's history: shows the state of the graph that the new address
   * has.
   *
   * @param state the part of the address that describes the graph
   */
  showGraph(state: string): void {
    const graph = this.querySelector<CoauthorGraph>('coauthor-graph');
    if (graph) graph.state = state;
  }

  /** The address of the feed with the news of this page; undefined if the page has no feed. */
  get feed(): string | undefined {
    return undefined;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
