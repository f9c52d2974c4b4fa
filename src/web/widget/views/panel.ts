import { html, nothing, type TemplateResult } from 'lit';
import type { Details } from '../api/detailsLoader.ts';
import type { ListedPaper } from '../api/fetchDetails.ts';
import { formatCount, kindLabel, relationLabel, weightLabel, yearLabel } from '../labels.ts';
import { isEdge, otherEnd, type PictureEdge, type PictureItem, type PictureNode } from '../picture.ts';
import type { Connection } from '../connections.ts';
import type { EntityKind, Omission } from '../slice.ts';

export interface PanelActions {
  select(item: PictureItem | undefined): void;
  open(node: PictureNode): void;
  expand(node: PictureNode, kind?: EntityKind): void;
  hide(node: PictureNode): void;
  /** The address of an entity's page; undefined if there is no server with pages. */
  pageOf(id: string): string | undefined;
  /** The address of the search for a path that starts at a node; undefined if there is none. */
  pathFrom(node: PictureNode): string | undefined;
}

export interface PanelContent {
  item: PictureItem;
  details: (item: PictureItem) => Details;
  /** How a node is connected with the centers. */
  connection: Connection;
  /** Number of visible neighbors. */
  neighborCount: number;
  omitted: readonly Omission[];
  /** Whether the neighbors of the node have been fetched. */
  isExpanded: boolean;
  isExpanding: boolean;
}

/** The panel with facts about the selected node or edge, and with buttons for it. */
export const panel = (content: PanelContent, actions: PanelActions): TemplateResult => {
  const { item } = content;
  return html`<section class="panel" part="panel" aria-label="Selection">
    <button
      type="button"
      class="close"
      part="button"
      aria-label="Close"
      @click=${() => actions.select(undefined)}
    >
      ×
    </button>
    ${isEdge(item) ? edgeContent(item, content, actions) : nodeContent(item, content, actions)}
  </section>`;
};

const nodeContent = (node: PictureNode, content: PanelContent, actions: PanelActions): TemplateResult => {
  const { kind, label, paperCount, year } = node.entity;
  const facts = [
    capitalize(kindLabel(kind)),
    kind === 'PAPER' ? (year ?? 'year unknown') : formatCount(paperCount, 'paper'),
    `${formatCount(content.neighborCount, 'neighbor')} shown`,
  ];
  return html`
    <h2 class=${kind.toLowerCase()}><span class="swatch"></span>${label}</h2>
    <p class="muted">${facts.join(' · ')}</p>
    ${node.note === undefined ? nothing : html`<p>${node.note}</p>`}
    ${content.details(node).facts.map((fact) => html`<p>${fact}</p>`)}
    ${connectionPart(node, content, actions)}
    <div class="actions">${nodeActions(node, content, actions)}</div>
  `;
};

const connectionPart = (
  node: PictureNode,
  { connection: { edges, through }, details }: PanelContent,
  actions: PanelActions,
): unknown => {
  const direct = edges.map(
    (edge) =>
      html`<p>
          <button type="button" class="link" part="button" @click=${() => actions.select(edge)}>
            ${edgeSentence(edge, node)}
          </button>
        </p>
        ${paperList(details(edge).papers.slice(0, 3), details(edge).isLoading, actions)}`,
  );
  if (direct.length > 0 || through.length === 0) return direct;
  const [first, ...others] = through;
  return html`<p>
    Connected through
    ${first?.entity.label}${others.length > 0 ? ` and ${formatCount(others.length, 'other')}` : ''}.
  </p>`;
};

/** Describes an edge from the view of a node, for example "wrote with Ann: 7 papers, 2017–2021". */
const edgeSentence = (edge: PictureEdge, node: PictureNode): string => {
  const other = otherEnd(edge, node).entity.label;
  const isReverse = edge.direction === 'OUT' && edge.to === node;
  const sentence = isReverse
    ? `${other} ${relationLabel(edge.relation)} this ${kindLabel(node.entity.kind)}`
    : `${relationLabel(edge.relation)} ${other}`;
  return capitalize([sentence, edgeFacts(edge)].filter(Boolean).join(': '));
};

const capitalize = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The weight and the years of an edge, for example "7 papers, 2017–2021". */
export const edgeFacts = (edge: PictureEdge): string =>
  [weightLabel(edge), yearLabel(edge)].filter(Boolean).join(', ');

const edgeContent = (edge: PictureEdge, { details }: PanelContent, actions: PanelActions): TemplateResult => {
  const end = (node: PictureNode): TemplateResult =>
    html`<button type="button" class="link" part="button" @click=${() => actions.select(node)}>
      ${node.entity.label}
    </button>`;
  const { papers, isLoading } = details(edge);
  const more = edge.weight - papers.length;
  return html`
    <h2>${end(edge.from)} <span class="muted">${relationLabel(edge.relation)}</span> ${end(edge.to)}</h2>
    <p class="muted">${edgeFacts(edge)}</p>
    ${paperList(papers, isLoading, actions)}
    ${papers.length > 0 && more > 0 ? html`<p class="muted">and ${formatCount(more, 'more paper')}</p>` : nothing}
  `;
};

const paperList = (papers: readonly ListedPaper[], isLoading: boolean, actions: PanelActions): unknown => {
  if (isLoading) return html`<p class="muted">Loading papers …</p>`;
  if (papers.length === 0) return nothing;
  return html`<ul class="papers">
    ${papers.map(({ id, label, year }) => {
      const page = actions.pageOf(id);
      const title = page === undefined ? label : html`<a href=${page} target=${targetOf(page)}>${label}</a>`;
      return html`<li>${title}${year === null ? nothing : html` <span class="muted">${year}</span>`}</li>`;
    })}
  </ul>`;
};

const nodeActions = (node: PictureNode, content: PanelContent, actions: PanelActions): unknown => {
  const page = actions.pageOf(node.entity.id);
  const path = actions.pathFrom(node);
  const isCenter = node.distance === 0;
  return html`
    ${
      page === undefined || isCenter
        ? nothing
        : html`<a
            class="button"
            part="button"
            href=${page}
            target=${targetOf(page)}
            @click=${(event: MouseEvent) => openOnClick(event, node, actions)}
          >
            Open
          </a>`
    }
    ${expandButtons(node, content, actions)}
    ${path === undefined ? nothing : html`<a class="button" part="button" href=${path} target=${targetOf(path)}>Path from here</a>`}
    ${
      isCenter
        ? nothing
        : html`<button type="button" part="button" @click=${() => actions.hide(node)}>Hide</button>`
    }
  `;
};

/** Opens the page of a node. A click with a modifier key is left to the browser, which opens a new tab or window. */
const openOnClick = (event: MouseEvent, node: PictureNode, actions: PanelActions): void => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  actions.open(node);
};

/** The attribute `target` of a link: pages of another server open in a new tab. */
export const targetOf = (url: string): string | typeof nothing =>
  new URL(url, location.href).origin === location.origin ? nothing : '_blank';

const expandButtons = (node: PictureNode, content: PanelContent, actions: PanelActions): unknown => {
  const { omitted, isExpanded, isExpanding } = content;
  if (isExpanding) return html`<span class="muted">Loading neighbors …</span>`;
  if (!isExpanded || omitted.length === 0) {
    return isExpanded
      ? html`<span class="muted">All neighbors are shown</span>`
      : html`<button type="button" part="button" @click=${() => actions.expand(node)}>
          Show neighbors
        </button>`;
  }
  return omitted.map(
    ({ kind, count }) =>
      html`<button
        type="button"
        part="button"
        title="Show the next of ${formatCount(count, `more ${kindLabel(kind)}`)}"
        @click=${() => actions.expand(node, kind)}
      >
        +${formatCount(count, kindLabel(kind))}
      </button>`,
  );
};
