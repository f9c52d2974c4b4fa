import { html, nothing, type TemplateResult } from 'lit';

/** How many items a phone shows of a list of a class, until the user asks for more. Other lists are shown whole. */
const phoneCounts: Readonly<Record<string, number>> = {
  'paper-list': 4,
  'row-list': 6,
  'suggestion-list': 2,
  news: 3,
};

interface FoldedList {
  /** The class of the list, which determines how many items a phone shows. */
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
  // A single item more takes hardly more space than the button.
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

/** The button disappears, so the focus moves to the first of the items that have become visible. */
const unfold = ({ currentTarget }: Event): void => {
  const list = (currentTarget as HTMLElement).parentElement?.previousElementSibling;
  list?.classList.remove('folded');
  list?.querySelector<HTMLElement>('.beyond :is(a, button)')?.focus();
};
