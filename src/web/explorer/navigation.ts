import { parseAddress, type Address } from './address.ts';
import type { View } from './views/view.ts';

interface HistoryEntry {
  view: View;
  scroll: number;
  focused: Element | null;
}

interface HistoryState {
  key: string;
  /** Set by the method `add`: the previous address of the same view. */
  before?: string;
}

/** The maximum number of views that are kept, so that going back shows them unchanged. */
const MAX_ENTRIES = 12;

/**
 * A new page replaces the previous one when it has content to show, but after this time at the latest, in milliseconds.
 */
const PATIENCE = 150;

/** Follows the browser's history. Keeps the views of recent entries with their scroll position and focus. */
export class Navigation {
  private readonly entries = new Map<string, HistoryEntry>();
  private readonly createView: (address: Address) => Promise<View>;
  private readonly showView: (view: View, address: Address) => Promise<unknown>;
  /** The key of the current history entry. */
  private key: string;
  private path: string;
  /** Whether the view of the current address is not shown yet. */
  private isPending = false;

  /** @param showView puts a view on the page and resolves when it is rendered */
  constructor(
    createView: (address: Address) => Promise<View>,
    showView: (view: View, address: Address) => Promise<unknown>,
  ) {
    this.createView = createView;
    this.showView = showView;
    history.scrollRestoration = 'manual';
    this.key = keyOf(history.state) ?? createKey();
    this.path = currentPath();
    history.replaceState({ key: this.key }, '');
    addEventListener('popstate', () => this.onPopState());
  }

  /** Shows the view of the current address. */
  start(): void {
    void this.showEntry();
  }

  /** Goes to an address. If it is the current address, its view is loaded again. */
  go(path: string): void {
    this.saveEntry();
    const isSame = path === currentPath();
    if (isSame) this.entries.delete(this.key);
    else this.key = createKey();
    history[isSame ? 'replaceState' : 'pushState']({ key: this.key }, '', path);
    void this.showEntryAndFocus();
  }

  /**
   * Changes the address of the current view. If the new address equals the address before the last call of `add`, goes
   * back in the browser's history instead.
   */
  replace(path: string): void {
    if (this.isPending) return; // the previous view, which is still visible, has requested this
    const { before } = history.state as HistoryState;
    if (path === before && path !== this.path) {
      history.back();
      return;
    }
    history.replaceState({ key: this.key, before }, '', path);
    this.path = currentPath();
  }

  /**
   * Adds an entry to the browser's history: the current view with another address. The Back button then keeps the view
   * and restores the previous address.
   */
  add(path: string): void {
    const entry = this.entries.get(this.key);
    if (this.isPending || !entry) return;
    this.saveEntry();
    this.key = createKey();
    history.pushState({ key: this.key, before: this.path } satisfies HistoryState, '', path);
    this.path = currentPath();
    this.addEntry({ ...entry });
  }

  private onPopState(): void {
    const key = keyOf(history.state);
    if (currentPath() === this.path && (key === undefined || key === this.key)) {
      history.replaceState({ ...(history.state as HistoryState | null), key: this.key }, ''); // only the hash has changed
      return;
    }
    this.saveEntry();
    this.key = key ?? createKey();
    if (!key) history.replaceState({ key: this.key }, '');
    void this.showEntryAndFocus();
  }

  private saveEntry(): void {
    const entry = this.entries.get(this.key);
    if (entry) Object.assign(entry, { scroll: scrollY, focused: document.activeElement });
  }

  private async showEntryAndFocus(): Promise<void> {
    const entry = await this.showEntry();
    if (!entry) return;
    const { view, scroll, focused } = entry;
    scrollTo({ top: scroll, behavior: 'instant' });
    if (focused && view.contains(focused)) focus(focused);
    else focus(view.querySelector('[data-initial-focus]') ?? view.querySelector('h1'));
  }

  /** Returns undefined if the user has gone on to another address before the view was loaded. */
  private async showEntry(): Promise<HistoryEntry | undefined> {
    const { key } = this;
    this.path = currentPath();
    const address = parseAddress(location);
    const isFirst = this.entries.size === 0;
    this.isPending = true;
    const entry = this.entries.get(key) ?? { view: await this.createView(address), scroll: 0, focused: null };
    if (!isFirst) await loaded(entry.view);
    if (key !== this.key) return undefined;
    this.isPending = false;
    this.addEntry(entry);
    if ('graph' in address) entry.view.showGraph(address.graph);
    await this.showView(entry.view, address);
    return entry;
  }

  private addEntry(entry: HistoryEntry): void {
    this.entries.delete(this.key);
    this.entries.set(this.key, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > MAX_ENTRIES && oldest !== undefined) this.entries.delete(oldest);
  }
}

/** Resolves when a view has content to show, and after `PATIENCE` at the latest. */
const loaded = (view: View): Promise<void> =>
  new Promise((resolve) => {
    if (!view.isLoading) resolve();
    view.addEventListener('heading-change', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE);
  });

const currentPath = (): string => location.pathname + location.search;

const createKey = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-');

const keyOf = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'key' in state && typeof state.key === 'string'
    ? state.key
    : undefined;

const focus = (element: Element | null): void => {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
};
