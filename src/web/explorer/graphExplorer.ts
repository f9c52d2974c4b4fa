import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { pathsPath, type Address } from './address.ts';
import { goToPart, pathClicked } from './links.ts';
import { icon } from './components/icon.ts';
import './search/entityCombobox.ts';
import type { EntityChosen, TextSent } from './search/entityCombobox.ts';
import { entityPath, searchPath } from './address.ts';
import { currentTheme, followTheme, switchTheme } from './theme.ts';
import { Go, type View } from './views/view.ts';
import { viewOf } from './views/createView.ts';
import { Visits } from './navigation.ts';

const product = 'Co-authorship graph';

/** The whole page: a header with the search, and below it the view of the address. */
class GraphExplorer extends LitElement {
  private view: View | undefined;
  private address: Address = { view: 'home' };
  private visits: Visits | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    followTheme(() => this.requestUpdate());
    this.addEventListener('click', (event) => {
      const path = pathClicked(event);
      if (path === undefined) return;
      event.preventDefault();
      this.visits?.go(path);
    });
    this.addEventListener('go', (event) => {
      if (event instanceof Go) this.visits?.go(event.path);
    });
    this.addEventListener('headed', () => this.entitle());
    document.addEventListener('keydown', (event) => this.searchByKey(event));
    this.visits = new Visits(viewOf, (view, address) => this.show(view, address));
    this.visits.open();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const isHome = this.address.view === 'home';
    return html`
      <a class="skip" href="#main" @click=${goToPart}>Skip to the content</a>
      <header class="site">
        <a class="brand" href="/" aria-label="${product}, start">${icon('graph')}<span>${product}</span></a>
        ${isHome ? nothing : this.search()}
        <nav aria-label="Site">
          <a href=${pathsPath('authors')} aria-current=${this.address.view === 'paths' ? 'page' : nothing}
            >${icon('path')}<span>Find a path</span></a
          >
          <a href="/graphiql/" class="wide-only">GraphiQL</a>
          ${this.themeButton()}
        </nav>
      </header>
      <main id="main" tabindex="-1">${this.view}</main>
      <footer class="site">
        <span>Every figure is computed from the papers stored on this server.</span>
        <a href="/graphiql/">Ask by GraphQL</a>
      </footer>
      <div class="announcement" role="status"></div>
    `;
  }

  private search(): TemplateResult {
    const chosen = ({ entity }: EntityChosen) => this.visits?.go(entityPath(entity.id));
    const sent = ({ text }: TextSent) => this.visits?.go(searchPath(text));
    return html`<search class="site-search">
      <entity-box
        label="Search"
        placeholder="Search people, papers, topics …"
        @chosen=${chosen}
        @sent=${sent}
      >
      </entity-box>
    </search>`;
  }

  private themeButton(): TemplateResult {
    const isDark = currentTheme() === 'dark';
    const clicked = () => {
      switchTheme();
      this.requestUpdate();
    };
    return html`<button class="plain" aria-label="Dark colors" aria-pressed=${isDark} @click=${clicked}>
      ${icon(isDark ? 'moon' : 'sun')}
    </button>`;
  }

  private async show(view: View, address: Address): Promise<void> {
    this.view = view;
    this.address = address;
    this.requestUpdate();
    await this.updateComplete;
    await view.updateComplete;
    this.entitle();
  }

  /** Names the document after what it shows, and says so to who cannot see it. */
  private entitle(): void {
    const heading = this.view?.heading ?? '';
    document.title = heading === '' ? product : `${heading} · ${product}`;
    const announcement = this.querySelector('.announcement');
    if (announcement && heading !== '') announcement.textContent = heading;
  }

  /** The key / leads to the search from wherever nothing is being written. */
  private searchByKey(event: KeyboardEvent): void {
    const isWriting = event.target instanceof Element && event.target.closest('input, select, textarea');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
    const input = this.querySelector<HTMLInputElement>('search input');
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  }
}

customElements.define('graph-explorer', GraphExplorer);
