import { html, nothing, type TemplateResult } from 'lit';

/**
 * An abstract with more characters than this is shortened to a few lines at first, so that it is not higher than the
 * graph.
 */
const LONG = 280;

/** A panel with the abstract of a paper. */
export const paperAbstract = (abstract: string): TemplateResult => {
  const isLong = abstract.length > LONG;
  return html`<section class="panel full-abstract ${isLong ? 'shortened' : ''}" aria-label="Abstract">
    <h2>Abstract</h2>
    <p>${abstract}</p>
    ${
      isLong
        ? html`<button class="link" aria-expanded="false" @click=${switchLength}>Whole abstract</button>`
        : nothing
    }
  </section>`;
};

const switchLength = ({ currentTarget }: Event): void => {
  const button = currentTarget as HTMLElement;
  const isShortened = button.closest('section')?.classList.toggle('shortened') ?? false;
  button.ariaExpanded = String(!isShortened);
};
