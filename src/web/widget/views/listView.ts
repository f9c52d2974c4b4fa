import { html } from 'lit';
import type { Shown } from '../filterPicture.ts';
import type { PicturedNode } from '../picture.ts';
import type { Omission } from '../slice.ts';
import { counted, kindWord, omittedWords, relationWords, weightWords, yearWords } from '../labels.ts';

export interface ListActions {
  open(node: PicturedNode): void;
  expand(node: PicturedNode): void;
}

/** The same as the picture, in two tables: what there is, and how it is connected. */
export const list = ({ nodes, edges }: Shown, omitted: readonly Omission[], actions: ListActions) => {
  const degrees = new Map<PicturedNode, Set<PicturedNode>>(nodes.map((node) => [node, new Set()]));
  for (const { from, to } of edges) {
    degrees.get(from)?.add(to);
    degrees.get(to)?.add(from);
  }
  return html`<div class="list" part="list" tabindex="0" role="region" aria-label="The graph as a list">
    <table>
      <caption>
        ${counted(nodes.length, 'node')}
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
        ${counted(edges.length, 'connection')}
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
              <td>${relationWords(edge.relation)}</td>
              <td>${edge.to.entity.label}</td>
              <td>${weightWords(edge)}</td>
              <td>${yearWords(edge)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

const nodeRow = (
  node: PicturedNode,
  neighborCount: number,
  omitted: readonly Omission[],
  actions: ListActions,
) => {
  const { id, kind, label, paperCount } = node.entity;
  const left = omitted.filter(({ nodeId }) => nodeId === id);
  return html`<tr>
    <th scope="row">
      <button type="button" class="name" part="button" @click=${() => actions.open(node)}>${label}</button>
    </th>
    <td><span class="swatch ${kind.toLowerCase()}"></span>${kindWord(kind)}</td>
    <td class="figure">${paperCount.toLocaleString('en')}</td>
    <td class="figure">${neighborCount}</td>
    <td>
      ${
        left.length === 0
          ? null
          : html`<button type="button" part="button" @click=${() => actions.expand(node)}>
              ${omittedWords(left)}
            </button>`
      }
    </td>
  </tr>`;
};
