import { html, type TemplateResult } from 'lit';
import { View } from './view.ts';

/** An address at which there is nothing. */
export class UnknownView extends View {
  private readonly path: string;

  constructor(path: string) {
    super();
    this.path = path;
    this.heading = 'Nothing found here';
  }

  protected override render(): TemplateResult {
    return html`<article class="page">
      <header class="head">
        <h1 tabindex="-1">Nothing found here</h1>
        <p class="lead">There is nothing at <code>${this.path}</code>. <a href="/">Go to the start</a>.</p>
      </header>
    </article>`;
  }
}

customElements.define('unknown-view', UnknownView);
