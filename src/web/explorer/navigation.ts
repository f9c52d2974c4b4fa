import { readAddress, type Address } from './address.ts';
import type { View } from './views/view.ts';

interface Visit {
  view: View;
  scroll: number;
  focused: Element | null;
}

/** So many views of the history are kept as they were left. */
const KEPT = 12;

/** Where the page is in the browser's history, and the views of where it was. */
export class Visits {
  private readonly kept = new Map<string, Visit>();
  private readonly viewOf: (address: Address) => View;
  private readonly show: (view: View, address: Address) => Promise<unknown>;
  private key: string;
  private place: string;

  /**
   * @param viewOf makes the view of an address
   * @param show puts a view on the page; done when it is drawn
   */
  constructor(viewOf: (address: Address) => View, show: (view: View, address: Address) => Promise<unknown>) {
    this.viewOf = viewOf;
    this.show = show;
    history.scrollRestoration = 'manual';
    this.key = keyOf(history.state) ?? newKey();
    this.place = here();
    history.replaceState({ key: this.key }, '');
    addEventListener('popstate', () => this.comeBack());
  }

  /** Shows the address the page was opened at. */
  open(): void {
    void this.begin();
  }

  /** Goes on to another address; to the same one: shows it anew. */
  go(path: string): void {
    this.leave();
    const isSame = path === here();
    if (isSame) this.kept.delete(this.key);
    else this.key = newKey();
    history[isSame ? 'replaceState' : 'pushState']({ key: this.key }, '', path);
    void this.arrive();
  }

  private comeBack(): void {
    const key = keyOf(history.state);
    if (here() === this.place && (key === undefined || key === this.key)) {
      history.replaceState({ key: this.key }, ''); // only the part behind # changed
      return;
    }
    this.leave();
    this.key = key ?? newKey();
    if (!key) history.replaceState({ key: this.key }, '');
    void this.arrive();
  }

  private leave(): void {
    const visit = this.kept.get(this.key);
    if (visit) Object.assign(visit, { scroll: scrollY, focused: document.activeElement });
  }

  private async arrive(): Promise<void> {
    const visit = await this.begin();
    scrollTo({ top: visit.scroll, behavior: 'instant' });
    if (visit.focused && visit.view.contains(visit.focused)) focus(visit.focused);
    else focus(visit.view.querySelector('[data-arrival]') ?? visit.view.querySelector('h1'));
  }

  private async begin(): Promise<Visit> {
    this.place = here();
    const address = readAddress(location);
    const visit = this.kept.get(this.key) ?? { view: this.viewOf(address), scroll: 0, focused: null };
    this.keep(visit);
    await this.show(visit.view, address);
    return visit;
  }

  private keep(visit: Visit): void {
    this.kept.delete(this.key);
    this.kept.set(this.key, visit);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}

const here = (): string => location.pathname + location.search;

const newKey = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-');

const keyOf = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'key' in state && typeof state.key === 'string'
    ? state.key
    : undefined;

const focus = (element: Element | null): void => {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
};
