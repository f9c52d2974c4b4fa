import { html } from 'lit';
import type { VisiblePart } from '../filterPicture.ts';
import type { Omission } from '../slice.ts';
import { formatCount, relationLabel, weightLabel, yearLabel } from '../labels.ts';
import type { ListActions } from './listActions.ts';
import { nodeTable } from './nodeTable.ts';

/**
 * The visible part of the picture as two tables: nodes and connections. The connections are folded at first, because
 * each is one more stop for the Tab key.
 */
export const listView = (
  { nodes, edges }: VisiblePart,
  omitted: readonly Omission[],
  actions: ListActions,
) => {
  return html`<div class="list" part="list" tabindex="0" role="region" aria-label="The graph as a list">
    ${nodeTable({ nodes, edges }, omitted, actions)}
    <details class="connections">
      <summary>${formatCount(edges.length, 'connection')}</summary>
      <table>
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
                  <button type="button" class="link name" part="button" @click=${() => actions.select(edge)}>
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
    </details>
  </div>`;
};
