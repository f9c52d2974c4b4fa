import { html, nothing, type TemplateResult } from 'lit';
import '../../widget/widget.ts';
import type { CoauthorGraph, GivenSlice } from '../../widget/widget.ts';
import type { EntityKind } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { pathWithQuery } from '../pageQuery.ts';
import { NavigateEvent } from '../views/view.ts';

interface FirstView {
  show?: string;
  color?: string;
  perKind: number;
}
/**
 * What a graph shows before the user changes it. The graph of an author, a topic or an institution shows people, colored
 * by group.
 */
export const firstViewOf = (kind: EntityKind): FirstView =>
  kind === 'PAPER' ? { perKind: 12 } : { show: 'AUTHOR', color: 'cluster', perKind: 24 };

/** The heading by which a screen reader finds the graph of a page. */
const graphHeadings: Readonly<Record<EntityKind, string>> = {
  AUTHOR: 'Collaborators as a graph',
  INSTITUTION: 'People as a graph',
  PAPER: 'Neighbors as a graph',
  TOPIC: 'People as a graph',
};

/**
 * A panel with the graph around an entity, which the graph element queries from the server.
 *
 * @param state the part of the address that describes the graph
 * @param above what the panel shows above the graph
 */
export const entityGraphPanel = (
  id: string,
  kind: EntityKind,
  state: string,
  above: TemplateResult | typeof nothing = nothing,
): TemplateResult => {
  const { show, color, perKind } = firstViewOf(kind);
  return html`
    <section class="panel graph" id="graph" tabindex="-1" aria-label="Graph">
      <h2 class="visually-hidden">${graphHeadings[kind]}</h2>
      ${above}
      <coauthor-graph
        entity=${id}
        show=${show ?? nothing}
        color=${color ?? nothing}
        per-kind=${perKind}
        .state=${state}
        @open=${open}
        @statechange=${changeAddress}
      ></coauthor-graph>
    </section>
  `;
};

/** A panel with the graph of a slice that is already loaded. */
export const sliceGraphPanel = (slice: GivenSlice, label: string): TemplateResult => html`
  <section class="panel graph" aria-label=${label}>
    <coauthor-graph endpoint="/graphql" .data=${slice} @open=${open}></coauthor-graph>
  </section>
`;

/**
 * The graph of a slice with nodes of one kind, colored by group.
 *
 * @param state the part of the address that describes the graph
 */
export const mapGraph = (slice: GivenSlice, kind: EntityKind, state: string): TemplateResult => html`
  <coauthor-graph
    endpoint="/graphql"
    kinds=${kind}
    color="cluster"
    .data=${slice}
    .state=${state}
    @open=${open}
    @statechange=${changeAddress}
  ></coauthor-graph>
`;

/** Opens the page of a node. The node of the current page is expanded instead. */
const open = (event: CustomEvent<{ id: string }>): void => {
  const graph = event.currentTarget as CoauthorGraph;
  const path = entityPath(event.detail.id);
  event.preventDefault();
  if (path === location.pathname) void graph.expand(event.detail.id);
  else graph.dispatchEvent(new NavigateEvent(path));
};

/**
 * Writes the state of the graph into the address. Keeps the parameter `graph`, which chooses one of the two graphs of a
 * paper. If the user has added neighbors to the graph, the browser's Back button removes them again.
 */
const changeAddress = ({ currentTarget, detail: { state } }: CustomEvent<{ state: string }>): void => {
  const graph = new URLSearchParams(location.search).get('graph');
  const main = [graph && `graph=${graph}`, state].filter(Boolean).join('&');
  const mode = expansionCount(state) > expansionCount(location.search) ? 'add' : 'replace';
  currentTarget?.dispatchEvent(new NavigateEvent(pathWithQuery(location, { main }), mode));
};

const expansionCount = (query: string): number => new URLSearchParams(query).getAll('expand').length;
