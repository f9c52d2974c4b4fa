import { html, type TemplateResult } from 'lit';
import { View } from './view.ts';

/** The view for an address that does not exist in the explorer. */
export class NotFoundView extends View {
  private readonly path: string;

  constructor(path: string) {
    super();
    this.path = path;
    this.heading = 'Page not found';
  }

  protected override render(): TemplateResult {
    return html`<article class="page">
      <header class="head">
        <h1 tabindex="-1">Page not found</h1>
        <p class="lead">
          There is no page at <code>${this.path}</code>. <a href="/">Go to the home page</a>.
        </p>
      </header>
    </article>`;
  }
}

customElements.define('not-found-view', NotFoundView);
