import { html, nothing, type TemplateResult } from 'lit';
import type { PagedList } from '../api/pagedList.ts';
import { formatNumber } from '../format.ts';
import { foldedList } from './foldedList.ts';

export interface ListTexts {
  /** What is shown if the list is empty. */
  empty: unknown;
  /** A plural noun for the items, for example "papers". */
  noun: string;
}

/**
 * The items of a list, and a button that loads more.
 *
 * @param arrange groups items that are shown as one entry
 */
export const pagedItems = <Item, Entry = Item>(
  list: PagedList<Item>,
  renderItem: (entry: Entry) => unknown,
  { empty, noun }: ListTexts,
  className: string,
  arrange = (items: readonly Item[]): readonly Entry[] => items as unknown as readonly Entry[],
): TemplateResult => html`
  ${
    list.items.length > 0
      ? foldedList({
          ...{ className, noun, total: list.total, isLoading: list.status === 'loading' },
          items: arrange(list.items).map(renderItem),
        })
      : list.status === 'failed'
        ? nothing
        : html`<p class="empty">${empty}</p>`
  }
  ${moreButton(list, noun)}
`;

/** A button that loads the next page, with the number of loaded items. After a failure, a button that tries again. */
export const moreButton = <Item>(list: PagedList<Item>, noun: string): TemplateResult | typeof nothing => {
  if (list.status === 'failed') {
    const retry = () => void (list.items.length > 0 ? list.loadMore() : list.reload());
    return html`<p class="more-failed" role="alert">
      The ${noun} could not be loaded. <button class="link" @click=${retry}>Try again</button>
    </p>`;
  }
  if (!list.hasMore) return nothing;
  const isLoading = list.status === 'loading';
  const total = list.total === undefined ? '' : ` of ${formatNumber(list.total)}`;
  return html`<p class="more">
    <button aria-disabled=${isLoading} @click=${(event: Event) => void loadMore(list, event)}>
      ${isLoading ? 'Loading …' : `Show more ${noun}`}
    </button>
    <span class="progress" role="status">${formatNumber(list.items.length)}${total}</span>
  </p>`;
};

/** After the last page the button disappears; the focus then moves to the first new item. */
const loadMore = async <Item>(list: PagedList<Item>, event: Event): Promise<void> => {
  if (list.status === 'loading') return;
  const button = event.currentTarget as HTMLElement;
  const listElement = button.closest('section')?.querySelector('ul, ol, tbody');
  const firstNew = list.items.length;
  await list.loadMore();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  if (!list.hasMore && !button.isConnected && document.activeElement === document.body)
    listElement?.children[firstNew]?.querySelector<HTMLElement>('a, button')?.focus();
};
