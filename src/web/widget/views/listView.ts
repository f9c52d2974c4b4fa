import { html } from 'lit';
import type { VisiblePart } from '../filterPicture.ts';
import type { PictureItem, PictureNode } from '../picture.ts';
import type { Omission } from '../slice.ts';
import { formatCount, kindLabel, omissionLabel, relationLabel, weightLabel, yearLabel } from '../labels.ts';

export interface ListActions {
  select(item: PictureItem): void;
  expand(node: PictureNode): void;
}

/** The visible part of the picture as two tables: nodes and connections. */
export const listView = (
  { nodes, edges }: VisiblePart,
  omitted: readonly Omission[],
  actions: ListActions,
) => {
  const degrees = new Map<PictureNode, Set<PictureNode>>(nodes.map((node) => [node, new Set()]));
  for (const { from, to } of edges) {
    degrees.get(from)?.add(to);
    degrees.get(to)?.add(from);
  }
  return html`<div class="list" part="list" tabindex="0" role="region" aria-label="The graph as a list">
    <table>
      <caption>
        ${formatCount(nodes.length, 'node')}
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Kind</th>
          <th scope="col" class="figure">Papers</th>
          <th scope="col" class="figure">Neighbors shown</th>
          <th scope="col">Not shown</th>
        </tr>
      </thead>
      <tbody>
        ${nodes.map((node) => nodeRow(node, degrees.get(node)?.size ?? 0, omitted, actions))}
      </tbody>
    </table>
    <table>
      <caption>
        ${formatCount(edges.length, 'connection')}
      </caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Relation</th>
          <th scope="col">To</th>
          <th scope="col">By</th>
          <th scope="col">Years</th>
        </tr>
      </thead>
      <tbody>
        ${edges.map(
          (edge) =>
            html`<tr>
              <td>${edge.from.entity.label}</td>
              <td>
                <button type="button" class="name" part="button" @click=${() => actions.select(edge)}>
                  ${relationLabel(edge.relation)}
                </button>
              </td>
              <td>${edge.to.entity.label}</td>
              <td>${weightLabel(edge)}</td>
              <td>${yearLabel(edge)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

const nodeRow = (
  node: PictureNode,
  neighborCount: number,
  omitted: readonly Omission[],
  actions: ListActions,
) => {
  const { id, kind, label, paperCount } = node.entity;
  const nodeOmissions = omitted.filter(({ nodeId }) => nodeId === id);
  return html`<tr>
    <th scope="row">
      <button type="button" class="name" part="button" @click=${() => actions.select(node)}>${label}</button>
    </th>
    <td><span class="swatch ${kind.toLowerCase()}"></span>${kindLabel(kind)}</td>
    <td class="figure">${paperCount.toLocaleString('en')}</td>
    <td class="figure">${neighborCount}</td>
    <td>
      ${
        nodeOmissions.length === 0
          ? null
          : html`<button type="button" part="button" @click=${() => actions.expand(node)}>
              ${omissionLabel(nodeOmissions)}
            </button>`
      }
    </td>
  </tr>`;
};
