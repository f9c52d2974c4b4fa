import { html, type TemplateResult } from 'lit';
import type { VisiblePart } from '../filterPicture.ts';
import { formatCount, kindLabel, omissionLabel, yearLabel } from '../labels.ts';
import { otherEnd, type PictureEdge, type PictureNode } from '../picture.ts';
import type { EntityKind, Omission } from '../slice.ts';
import type { ListActions } from './listActions.ts';

interface Column {
  heading: string;
  isFigure?: boolean;
  cell: (node: PictureNode) => unknown;
}

/** The nodes as a table. It has only the columns that tell the nodes apart. */
export const nodeTable = (
  { nodes, edges }: VisiblePart,
  omitted: readonly Omission[],
  actions: ListActions,
): TemplateResult => {
  const kinds = new Set(nodes.map(({ entity }) => entity.kind));
  const columns = [
    ...factColumns(nodes, kinds),
    ...jointColumns(nodes, edges),
    neighborColumn(nodes, edges),
    omissionColumn(omitted, actions),
  ];
  return html`<table>
    <caption>
      ${formatCount(nodes.length, 'node')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${isOnly('PAPER', kinds) ? 'Title' : 'Name'}</th>
        ${columns.map(({ heading, isFigure }) => html`<th scope="col" class=${classOf(isFigure)}>${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${nodes.map(
        (node) =>
          html`<tr>
            <th scope="row">
              <button type="button" class="link name" part="button" @click=${() => actions.select(node)}>
                ${node.entity.label}
              </button>
            </th>
            ${columns.map(({ cell, isFigure }) => html`<td class=${classOf(isFigure)}>${cell(node)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
};

const classOf = (isFigure = false): string => (isFigure ? 'figure' : '');

const isOnly = (kind: EntityKind, kinds: ReadonlySet<EntityKind>): boolean =>
  kinds.size === 1 && kinds.has(kind);

const factColumns = (nodes: readonly PictureNode[], kinds: ReadonlySet<EntityKind>): Column[] => {
  const kind: Column = {
    heading: 'Kind',
    cell: ({ entity }) =>
      html`<span class="swatch ${entity.kind.toLowerCase()}"></span>${kindLabel(entity.kind)}`,
  };
  const year: Column = { heading: 'Year', isFigure: true, cell: ({ entity }) => entity.year };
  const papers: Column = {
    heading: 'Papers',
    isFigure: true,
    cell: ({ entity }) => entity.paperCount.toLocaleString('en'),
  };
  const note: Column = { heading: 'Note', cell: (node) => node.note };
  return [
    ...(kinds.size > 1 ? [kind] : []),
    isOnly('PAPER', kinds) ? year : papers,
    ...(nodes.some((node) => node.note !== undefined) ? [note] : []),
  ];
};

/**
 * Columns with the number and the years of the papers that each author has written with the center. There are no such
 * columns if the picture has several centers.
 */
const jointColumns = (nodes: readonly PictureNode[], edges: readonly PictureEdge[]): Column[] => {
  const [center, second] = nodes.filter(({ distance }) => distance === 0);
  if (!center || second) return [];
  const joint = new Map(
    edges
      .filter(({ relation, from, to }) => relation === 'CO_AUTHORED' && (from === center || to === center))
      .map((edge) => [otherEnd(edge, center), edge]),
  );
  if (joint.size === 0) return [];
  const yearsOf = (node: PictureNode): string => {
    const edge = joint.get(node);
    return edge ? yearLabel(edge) : '';
  };
  return [
    { heading: 'Joint papers', isFigure: true, cell: (node) => joint.get(node)?.weight.toLocaleString('en') },
    { heading: 'Joint years', cell: yearsOf },
  ];
};

const neighborColumn = (nodes: readonly PictureNode[], edges: readonly PictureEdge[]): Column => {
  const neighbors = new Map<PictureNode, Set<PictureNode>>(nodes.map((node) => [node, new Set()]));
  for (const { from, to } of edges) {
    neighbors.get(from)?.add(to);
    neighbors.get(to)?.add(from);
  }
  return { heading: 'Neighbors shown', isFigure: true, cell: (node) => neighbors.get(node)?.size ?? 0 };
};

const omissionColumn = (omitted: readonly Omission[], actions: ListActions): Column => ({
  heading: 'Not shown',
  cell: (node) => {
    const own = omitted.filter(({ nodeId }) => nodeId === node.entity.id);
    if (own.length === 0) return undefined;
    return html`<button type="button" part="button" @click=${() => actions.expand(node)}>
      ${omissionLabel(own)}
    </button>`;
  },
});
