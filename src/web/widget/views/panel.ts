import { html, nothing, type TemplateResult } from 'lit';
import type { Details } from '../api/detailsLoader.ts';
import type { ListedPaper } from '../api/fetchDetails.ts';
import { formatCount, kindLabel, relationLabel, weightLabel, yearLabel } from '../labels.ts';
import { isEdge, otherEnd, type PictureEdge, type PictureNode } from '../picture.ts';
import type { PanelActions, PanelContent } from './panelContent.ts';
import { nodeActions, pageLink, targetOf } from './nodeActions.ts';

/** The number of joint papers that the panel of a node shows for each edge. */
const SHOWN_PAPERS = 3;

/** The panel with facts about the selected node or edge, and with buttons for it. */
export const panel = (content: PanelContent, actions: PanelActions): TemplateResult => {
  const { item } = content;
  return html`<section
    class="panel"
    part="panel"
    aria-label="Selection"
    @keydown=${(event: KeyboardEvent) => closeOnEscape(event, actions)}
  >
    <button type="button" class="close" part="button" aria-label="Close" @click=${() => actions.close()}>
      ×
    </button>
    ${isEdge(item) ? edgeContent(item, content, actions) : nodeContent(item, content, actions)}
  </section>`;
};

const closeOnEscape = (event: KeyboardEvent, actions: PanelActions): void => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  actions.close();
};

const nodeContent = (node: PictureNode, content: PanelContent, actions: PanelActions): TemplateResult => {
  const { kind, label, paperCount, year } = node.entity;
  const facts = [
    capitalize(kindLabel(kind)),
    kind === 'PAPER' ? (year ?? 'year unknown') : formatCount(paperCount, 'paper'),
    `${formatCount(content.neighborCount, 'neighbor')} shown`,
  ];
  const name = pageLink(node, label, 'link', actions) ?? label;
  return html`
    <h2 class=${kind.toLowerCase()}><span class="swatch"></span>${name}</h2>
    <div class="actions">${nodeActions(node, content, actions)}</div>
    <p class="muted">${facts.join(' · ')}</p>
    ${node.note === undefined ? nothing : html`<p>${node.note}</p>`}
    ${content.details(node).facts.map((fact) => html`<p>${fact}</p>`)}
    ${connectionPart(node, content, actions)}
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
        ${jointPapers(edge, details(edge), actions)}`,
  );
  if (direct.length > 0 || through.length === 0) return direct;
  const [first, ...others] = through;
  return html`<p>
    Connected through
    ${first?.entity.label}${others.length > 0 ? ` and ${formatCount(others.length, 'other')}` : ''}.
  </p>`;
};

/** The first joint papers, and a button for all of them. A small panel shows only the first paper. */
const jointPapers = (
  edge: PictureEdge,
  { papers, isLoading }: Details,
  actions: PanelActions,
): TemplateResult => {
  const isShort = edge.weight <= SHOWN_PAPERS;
  return html`<div class="joint">
    ${paperList(papers.slice(0, SHOWN_PAPERS), isLoading, actions)}
    ${
      papers.length < 2
        ? nothing
        : html`<p class=${isShort ? 'if-small' : ''}>
            <button type="button" class="link" part="button" @click=${() => actions.select(edge)}>
              All ${formatCount(edge.weight, 'paper')}
            </button>
          </p>`
    }
  </div>`;
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
