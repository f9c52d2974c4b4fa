import { LitElement } from 'lit';

/** Asks the page to go to an address of its own. */
export class Go extends Event {
  readonly path: string;

  constructor(path: string) {
    super('go', { bubbles: true, composed: true });
    this.path = path;
  }
}

/**
 * What fills the page at one address. It is drawn into the page itself, under the page's style sheet, and lives as
 * long as its address is in the history, so that who comes back finds it as it was left.
 */
export abstract class View extends LitElement {
  private known = '';

  /** What the page is called: the document's title. Empty while it is not known. */
  get heading(): string {
    return this.known;
  }

  protected set heading(heading: string) {
    if (this.known === heading) return;
    this.known = heading;
    this.dispatchEvent(new Event('headed', { bubbles: true, composed: true }));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
