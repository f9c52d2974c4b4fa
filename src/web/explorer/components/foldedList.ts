import { html, nothing, type TemplateResult } from 'lit';

/**
 * By CSS class of a list: how many items a phone shows until the user asks for more. A list with another class is shown
 * whole.
 */
const phoneCounts: Readonly<Record<string, number>> = {
  'paper-list': 4,
  'row-list': 6,
  'suggestion-list': 2,
  news: 3,
};

interface FoldedList {
  /** The CSS class of the list. It determines how many items a phone shows. */
  className: string;
  items: readonly unknown[];
  isLoading?: boolean;
  /** A plural noun for the items, for example "papers". */
  noun: string;
  /** The number of items in the whole list, of which `items` may be only the first. */
  total?: number | undefined;
}

/** A list of which a phone shows only the first items, so that the page stays short, and a button for the others. */
export const foldedList = ({
  className,
  items,
  isLoading = false,
  noun,
  total,
}: FoldedList): TemplateResult => {
  const limit = phoneCounts[className] ?? Infinity;
  // If only one item would be hidden, it is shown, because the button would need as much space as this item.
  const isFolded = items.length > limit + 1;
  return html`<ul class="${className} folded" aria-busy=${isLoading}>
      ${items.map((item, index) => html`<li class=${isFolded && index >= limit ? 'beyond' : nothing}>${item}</li>`)}
    </ul>
    ${
      isFolded
        ? html`<p class="unfold">
            <button @click=${unfold}>Show more ${noun}</button>
            <span class="progress">${limit} of ${(total ?? items.length).toLocaleString('en')}</span>
          </p>`
        : nothing
    }`;
};

/** Shows all items. The button disappears, so the focus moves to the first item that was hidden. */
const unfold = ({ currentTarget }: Event): void => {
  const list = (currentTarget as HTMLElement).parentElement?.previousElementSibling;
  list?.classList.remove('folded');
  list?.querySelector<HTMLElement>('.beyond :is(a, button)')?.focus();
};
