import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { comparisonPath, entityPath, pathsPath, searchPath, type Address } from './address.ts';
import { icon } from './components/icon.ts';
import { closeAfterLink } from './components/menuEvents.ts';
import { announceFeed } from './feedLink.ts';
import { focusSection, internalPath } from './links.ts';
import { Navigation } from './navigation.ts';
import { prefetchLinks } from './prefetch.ts';
import './search/entityCombobox.ts';
import type { EntityCombobox } from './search/entityCombobox.ts';
import type { EntitySelectEvent, SearchSubmitEvent } from './search/comboboxEvents.ts';
import { currentTheme, followTheme, switchTheme } from './theme.ts';
import { createView } from './views/createView.ts';
import { NavigateEvent, type View } from './views/view.ts';

const product = 'Co-authorship graph';

/** The whole page: a header with the search, and the view of the current address. */
class GraphExplorer extends LitElement {
  private view: View | undefined;
  private address: Address = { view: 'home', graph: '' };
  private navigation: Navigation | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    followTheme(() => this.requestUpdate());
    this.addEventListener('click', (event) => {
      const path = internalPath(event);
      if (path === undefined) return;
      event.preventDefault();
      this.navigation?.go(path);
    });
    prefetchLinks(this);
    this.addEventListener('navigate', (event) => {
      if (event instanceof NavigateEvent) this.navigation?.[event.mode](event.path);
    });
    this.addEventListener('heading-change', () => this.setTitle());
    document.addEventListener('keydown', (event) => this.onKeyDown(event));
    this.navigation = new Navigation(createView, (view, address) => this.show(view, address));
    this.navigation.start();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    // The home page and the page for unknown addresses have a large search of their own.
    const hasSearch = this.address.view !== 'home' && this.address.view !== 'notFound';
    return html`
      <a class="skip" href="#main" @click=${focusSection}>Skip to the content</a>
      <header class="site">
        <a class="brand" href="/" aria-label="${product}, home">${icon('graph')}<span>${product}</span></a>
        ${hasSearch ? this.search() : nothing}
        <button class="plain narrow-only" popovertarget="site-links" aria-label="Menu">
          ${icon('menu')}
        </button>
        <nav id="site-links" popover aria-label="Site" @click=${closeAfterLink}>
          <a href=${pathsPath('authors')} aria-current=${this.address.view === 'paths' ? 'page' : nothing}
            >${icon('path')}<span>Find a path</span></a
          >
          <a href=${comparisonPath([])} aria-current=${this.address.view === 'comparison' ? 'page' : nothing}
            >${icon('compare')}<span>Compare</span></a
          >
          ${this.themeButton()}
        </nav>
      </header>
      <main id="main" tabindex="-1">${this.view}</main>
      <footer class="site">
        <span>All figures are computed from the papers stored on this server.</span>
        <span class="links">
          <a href="/review">Authors who may be one person</a>
          <a href="/graphiql/">GraphQL API</a>
          <a href="/recipes">Recipes for the API</a>
        </span>
      </footer>
      <div class="announcement" role="status"></div>
    `;
  }

  private search(): TemplateResult {
    return html`<search class="site-search">
      <entity-combobox
        label="Search"
        placeholder="Search people, papers, topics …"
        @entity-select=${({ entity }: EntitySelectEvent) => this.navigation?.go(entityPath(entity.id))}
        @search-submit=${({ text }: SearchSubmitEvent) => this.navigation?.go(searchPath(text))}
      >
      </entity-combobox>
    </search>`;
  }

  private themeButton(): TemplateResult {
    const isDark = currentTheme() === 'dark';
    const onClick = () => {
      switchTheme();
      this.requestUpdate();
    };
    return html`<button class="plain" aria-label="Dark colors" aria-pressed=${isDark} @click=${onClick}>
      ${icon(isDark ? 'moon' : 'sun')}<span class="narrow-only">Dark colors</span>
    </button>`;
  }

  private async show(view: View, address: Address): Promise<void> {
    this.view = view;
    this.address = address;
    this.requestUpdate();
    await this.updateComplete;
    // Puts the searched text into the search field, so that the user can change it instead of typing it again.
    if (address.view === 'search')
      this.querySelector<EntityCombobox>('.site-search entity-combobox')?.fill(address.text);
    await view.updateComplete;
    this.setTitle();
  }

  /** Sets the title of the document and announces it to screen readers. */
  private setTitle(): void {
    const heading = this.view?.heading ?? '';
    document.title = heading === '' ? product : `${heading} · ${product}`;
    announceFeed(this.view?.feed, heading === '' ? product : heading);
    const announcement = this.querySelector('.announcement');
    if (announcement && heading !== '') announcement.textContent = heading;
  }

  /** The key / moves the focus to the search, unless the user is typing. */
  private onKeyDown(event: KeyboardEvent): void {
    const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const input = this.querySelector<HTMLInputElement>('search input');
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  }
}

customElements.define('graph-explorer', GraphExplorer);
