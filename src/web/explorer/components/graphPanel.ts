import { html, type TemplateResult } from 'lit';
import '../../widget/widget.ts';
import type { CoauthorGraph, GivenSlice } from '../../widget/widget.ts';
import { entityPath } from '../address.ts';
import { NavigateEvent } from '../views/view.ts';

/** A panel with the graph around an entity, which the graph element queries from the server. */
export const entityGraphPanel = (id: string): TemplateResult => html`
  <section class="panel graph" id="graph" tabindex="-1" aria-label="Graph">
    <coauthor-graph entity=${id} per-kind="12" @select=${open}></coauthor-graph>
  </section>
`;

/** A panel with the graph of a slice that is already loaded. */
export const sliceGraphPanel = (slice: GivenSlice, label: string): TemplateResult => html`
  <section class="panel graph" aria-label=${label}>
    <coauthor-graph .data=${slice} @select=${open}></coauthor-graph>
  </section>
`;

/** Opens the page of a node. The node of the current page is expanded instead. */
const open = (event: CustomEvent<{ id: string }>): void => {
  const graph = event.currentTarget as CoauthorGraph;
  const { id } = event.detail;
  if (id === graph.entity) void graph.expand(id);
  else graph.dispatchEvent(new NavigateEvent(entityPath(id)));
};
