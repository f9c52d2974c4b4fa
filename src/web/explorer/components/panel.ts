import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../format.ts';
import { setFolded } from './setFolded.ts';

export interface Panel {
  /** The id of the section. It is unique in the page, so that links can point to the section. */
  id: string;
  heading: string;
  /** The number that is shown beside the heading. */
  count?: number | undefined;
  /** Controls beside the heading, for example a choice of the order. */
  control?: TemplateResult | typeof nothing | undefined;
  body: unknown;
  /** Whether a phone shows the whole section at first, even if it is one of `foldedOnPhone`. */
  isOpen?: boolean;
}

/** The sections of which a phone shows only the heading until the user opens them, so that the page stays short. */
const foldedOnPhone: ReadonlySet<string> = new Set([
  'countries',
  'duplicates',
  'institutions',
  'mixture',
  'narrower',
  'news',
  'partners',
  'references',
  'reviewers',
  'suggestions',
  'topic-years',
  'topics',
]);

/** A section of a page, which a phone can fold. */
export const panel = ({ id, heading, count, control, body, isOpen = false }: Panel): TemplateResult => {
  const isFolded = !isOpen && foldedOnPhone.has(id);
  return html`
    <section
      class="panel"
      id=${id}
      tabindex="-1"
      aria-labelledby="${id}-heading"
      data-folded=${isFolded ? '' : nothing}
    >
      <div class="panel-head">
        <h2 id="${id}-heading">
          ${heading}${count === undefined ? nothing : html` <span class="count">${formatNumber(count)}</span>`}
        </h2>
        <button
          class="plain fold narrow-only"
          aria-label=${heading}
          aria-expanded=${!isFolded}
          @click=${switchFold}
        ></button>
        ${control === undefined ? nothing : html`<div class="controls">${control}</div>`}
      </div>
      ${body}
    </section>
  `;
};

const switchFold = ({ currentTarget }: Event): void => {
  const section = (currentTarget as HTMLElement).closest('section');
  if (section) setFolded(section, !section.hasAttribute('data-folded'));
};
