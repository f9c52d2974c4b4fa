import { html, nothing, type TemplateResult } from 'lit';

/** An abstract with more characters is shortened to a few lines at first, so that the graph stays near the top. */
const LONG = 280;

export const paperAbstract = (abstract: string): TemplateResult => {
  const isLong = abstract.length > LONG;
  return html`<section class="full-abstract ${isLong ? 'shortened' : ''}" aria-label="Abstract">
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
