import { html, nothing, type TemplateResult } from 'lit';
import { RemovedDocument, type EntityKind, type TypedDocumentString } from '../__generated__/graphql.ts';
import { entityPath, type Address } from '../address.ts';
import type { PagedList } from '../api/pagedList.ts';
import { QueryController } from '../api/queryController.ts';
import { entityActions } from '../components/entityActions.ts';
import { entityHeader, type EntityHeader } from '../components/entityHeader.ts';
import { errorMessage } from '../components/errorMessage.ts';
import { entityGraphPanel } from '../components/graphPanel.ts';
import { loadingPlaceholder } from '../components/loadingPlaceholder.ts';
import { missingEntity } from '../components/missingEntity.ts';
import { choicesPath, parseChoices, type PaperChoices } from '../components/paperChoices.ts';
import { sectionLinks, type SectionLink } from '../components/sectionLinks.ts';
import { pageVariables, USUAL_ORDER, type PageVariables } from '../entityQuery.ts';
import { feedPath } from '../feedLink.ts';
import { NavigateEvent, View } from './view.ts';

/** The content of an entity's page besides its graph. */
export interface EntityContent extends Pick<EntityHeader, 'details' | 'actions'> {
  sections: readonly SectionLink[];
  /** Figures, charts or an abstract: beside the graph, or below it on a narrow screen. */
  figures?: TemplateResult | typeof nothing;
  main: TemplateResult;
  side: TemplateResult;
  /** Content below both columns, over the full width. */
  below?: TemplateResult;
}

export type EntityAddress = Extract<Address, { view: 'entity' }>;

/** The page of one entity. One query loads all its content, while the graph element loads the graph. */
export abstract class EntityView<Data, Entity extends { id: string }> extends View {
  /** The id with which the page is queried. If no entity has the first of the possible ids, the next one is tried. */
  protected entityId: string;
  /** The most likely of the possible ids. */
  private readonly firstId: string;
  private readonly otherIds: string[];
  private readonly kind: EntityKind;
  /** The part of the opened address that describes the state of the graph. */
  private readonly graphState: string;
  private readonly query: QueryController<Data, PageVariables>;
  /** The order and filters that the user has chosen for the papers of the entity. */
  protected paperChoices: PaperChoices;
  /** The parameters of the address with the order and filters of all lists on the page. */
  protected readonly listsState: URLSearchParams;
  /** The query that finds out, if the entity is not found, whether a source took it back. */
  private readonly removal = new QueryController(this, RemovedDocument);

  constructor(
    { kind, ids: [id, ...otherIds], graph, lists }: EntityAddress,
    document: TypedDocumentString<Data, PageVariables>,
  ) {
    super();
    this.kind = kind;
    this.graphState = graph;
    this.listsState = lists;
    this.paperChoices = parseChoices(lists, USUAL_ORDER);
    this.entityId = id;
    this.firstId = id;
    this.otherIds = otherIds.filter((otherId) => otherId !== id);
    this.query = new QueryController(this, document, (data) => this.onEntity(this.entityOf(data)));
    this.start(id);
  }

  private start(id: string): void {
    this.query.start(pageVariables(id, this.paperChoices));
  }

  /** Loads the papers again with other choices, and puts these choices into the address. */
  protected choosePapers<Item>(choices: PaperChoices, papers: PagedList<Item>): void {
    this.paperChoices = choices;
    void papers.reload();
    this.dispatchEvent(new NavigateEvent(choicesPath(location, choices, USUAL_ORDER), 'replace'));
  }

  /** The entity in the answer; null or undefined if no entity has the id. */
  protected abstract entityOf(data: Data): Entity | null | undefined;

  protected abstract nameOf(entity: Entity): string;

  /** Sets the first pages of the lists on the page. */
  protected abstract setLists(entity: Entity): void;

  /** @param data the whole answer to the query */
  protected abstract content(entity: Entity, data: Data): EntityContent;

  /** The panel with the graph around the entity. The graph element queries its data itself. */
  protected graphPanel(state: string): TemplateResult {
    return entityGraphPanel(this.entityId, this.kind, state);
  }

  override get feed(): string {
    return feedPath(this.entityId);
  }

  override get isLoading(): boolean {
    return this.query.state.status === 'loading';
  }

  protected override render(): TemplateResult {
    const { state } = this.query;
    if (state.status === 'loading' || state.status === 'idle') return this.loadingPage();
    const entity = state.status === 'loaded' ? this.entityOf(state.data) : undefined;
    if (entity && state.status === 'loaded') return this.entityPage(entity, state.data);
    return state.error && state.error.code !== 'BAD_USER_INPUT'
      ? this.page(
          { heading: 'This page could not be loaded' },
          errorMessage(state.error, () => this.query.retry()),
        )
      : this.notFoundPage();
  }

  private onEntity(entity: Entity | null | undefined): void {
    const nextId = entity ? undefined : this.otherIds.shift();
    if (nextId !== undefined) {
      this.entityId = nextId;
      this.start(nextId);
      return;
    }
    if (!entity) {
      this.removal.start({ id: this.firstId });
      void import('../components/knownEntities.ts');
    }
    if (entity) {
      // The server also accepts other identifiers and spellings. The graph and the lists use the entity's own id.
      this.entityId = entity.id;
      this.setLists(entity);
    }
    this.heading = entity ? this.nameOf(entity) : 'Not found';
    if (entity) this.correctAddress(entity);
  }

  /** An address with another identifier or spelling is replaced by the address with the entity's id. */
  private correctAddress({ id }: Entity): void {
    if (this.isConnected && location.pathname !== entityPath(id))
      this.dispatchEvent(new NavigateEvent(entityPath(id) + location.search, 'replace'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { state } = this.query;
    const entity = state.status === 'loaded' ? this.entityOf(state.data) : undefined;
    if (entity) this.correctAddress(entity);
  }

  private entityPage(entity: Entity, data: Data): TemplateResult {
    const content = this.content(entity, data);
    const actions = html`${content.actions ?? nothing} ${entityActions(this.kind, entity.id)}`;
    const header = { heading: this.nameOf(entity), details: content.details, actions };
    return this.page(header, this.body(content));
  }

  private loadingPage(): TemplateResult {
    const placeholderPanel = (lineCount: number) =>
      html`<section class="panel">${loadingPlaceholder(lineCount)}</section>`;
    return this.page(
      { heading: 'Loading …', details: loadingPlaceholder(2) },
      this.body({ sections: [], main: placeholderPanel(8), side: placeholderPanel(6) }),
    );
  }

  private notFoundPage(): TemplateResult {
    const { state } = this.removal;
    const removed = state.status === 'loaded' ? state.data.removed : null;
    return this.page(
      missingEntity(this.kind, this.entityId, removed),
      html`<known-entities></known-entities>`,
    );
  }

  private page(header: Omit<EntityHeader, 'kind'>, body: unknown): TemplateResult {
    return html`
      <article class="entity" aria-busy=${this.query.state.status === 'loading'}>
        ${entityHeader({ kind: this.kind, ...header })} ${body}
      </article>
    `;
  }

  /** The states "loading" and "loaded" use this same template, so that the graph element is not created again. */
  private body({ sections, figures, main, side, below }: EntityContent): TemplateResult {
    return html`
      ${sections.length > 0 ? sectionLinks(sections) : nothing}
      <div class="columns with-figures">
        <div class="graph-column">${this.graphPanel(this.graphState)}</div>
        <div class="figures-column">${figures ?? nothing}</div>
        <div class="main">${main}</div>
        <div class="side">${side}</div>
      </div>
      ${below ?? nothing}
    `;
  }
}
