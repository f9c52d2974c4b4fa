import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PagedList } from '../api/pagedList.ts';
import { numeral } from '../labels.ts';

export interface PanelParts {
  /** Its id on the page, for links to it. */
  id: string;
  heading: string;
  /** How many there are, where that is known. */
  count?: number | undefined;
  /** What changes what is shown, beside the heading. */
  control?: TemplateResult | undefined;
  body: unknown;
}

/** A part of a page under its own heading. */
export const panel = ({ id, heading, count, control, body }: PanelParts): TemplateResult => html`
  <section class="panel" id=${id} tabindex="-1" aria-labelledby="${id}-heading">
    <div class="panel-head">
      <h2 id="${id}-heading">
        ${heading}${count === undefined ? nothing : html` <span class="count">${numeral(count)}</span>`}
      </h2>
      ${control ?? nothing}
    </div>
    ${body}
  </section>
`;

export interface ListWords {
  /** Said instead of an empty list. */
  none: string;
  /** What there is more of: "papers". */
  many: string;
}

/** A list page by page: its items, or that there are none, and what takes in more. */
export const pagedItems = <Item>(
  list: PagedList<Item>,
  item: (item: Item, at: number) => unknown,
  { none, many }: ListWords,
  kind = 'plain-list',
): TemplateResult => html`
  ${
    list.items.length > 0
      ? html`<ul class=${kind} aria-busy=${list.state === 'asking'}>
          ${list.items.map((each, at) => html`<li>${item(each, at)}</li>`)}
        </ul>`
      : list.state === 'failed'
        ? nothing
        : html`<p class="none">${none}</p>`
  }
  ${more(list, many)}
`;

/** What takes in the next page of a list, says that it could not be had, and how far one has come. */
export const more = <Item>(list: PagedList<Item>, many: string): TemplateResult | typeof nothing => {
  if (list.state === 'failed') {
    const again = () => void (list.items.length > 0 ? list.more() : list.restart());
    return html`<p class="more-failed" role="alert">
      These ${many} could not be loaded. <button class="link" @click=${again}>Try again</button>
    </p>`;
  }
  if (!list.hasMore) return nothing;
  const isAsking = list.state === 'asking';
  const known = list.total === undefined ? '' : ` of ${numeral(list.total)}`;
  return html`<p class="more">
    <button aria-disabled=${isAsking} @click=${(event: Event) => void showMore(list, event)}>
      ${isAsking ? 'Loading …' : `Show more ${many}`}
    </button>
    <span class="progress" role="status">${numeral(list.items.length)}${known}</span>
  </p>`;
};

/** Takes in the next page; where that was the last, the focus goes to its first item, for the button is gone. */
const showMore = async <Item>(list: PagedList<Item>, event: Event): Promise<void> => {
  if (list.state === 'asking') return;
  const button = event.currentTarget as HTMLElement;
  const items = button.closest('section')?.querySelector('ul, ol, tbody');
  const before = list.items.length;
  await list.more();
  await new Promise((drawn) => requestAnimationFrame(drawn));
  if (!list.hasMore && !button.isConnected && document.activeElement === document.body)
    items?.children[before]?.querySelector<HTMLElement>('a, button')?.focus();
};

/** A choice of what a list goes by. */
export const choice = <Value extends string>(
  label: string,
  values: Readonly<Record<Value, string>>,
  current: Value,
  chosen: (value: Value) => void,
): TemplateResult => html`
  <label class="choice">
    <span>${label}</span>
    <select @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value as Value)}>
      ${Object.entries<string>(values).map(
        ([value, word]) => html`<option value=${value} .selected=${live(value === current)}>${word}</option>`,
      )}
    </select>
  </label>
`;
