import { html, nothing, type TemplateResult } from 'lit';

export interface Example {
  path: string;
  text: string;
  /** A short text beside the link, for example "3 common collaborators". */
  note?: string | undefined;
}

/** Links that show what a page can do. Returns nothing without examples. */
export const examplePanel = (
  heading: string,
  examples: readonly Example[],
): TemplateResult | typeof nothing =>
  examples.length === 0
    ? nothing
    : html`<section class="panel examples" aria-labelledby="examples-heading">
        <h2 id="examples-heading">${heading}</h2>
        <ul class="row-list">
          ${examples.map(
            ({ path, text, note }) =>
              html`<li>
                <a class="name" href=${path}>${text}</a>
                ${note === undefined ? nothing : html`<span class="row-value">${note}</span>`}
              </li>`,
          )}
        </ul>
      </section>`;
