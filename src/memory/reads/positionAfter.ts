import type { Entity } from '../../graph/model/entities.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { compareNamePositions, type SortValues } from '../../graph/model/orders.ts';
import type { ListPageRequest } from '../../graph/model/pages.ts';
import { isByName, nameRankAfter } from '../queries/sortColumns.ts';
import type { GraphView } from './graphView.ts';

/** Converts the position of a cursor to the numbers by which the list is sorted; undefined without a cursor. */
export const positionAfter = async (
  { queries: { graph, columns }, records }: GraphView,
  kind: EntityKind,
  { order, after }: { order: ListPageRequest['order']; after?: SortValues },
): Promise<readonly number[] | undefined> => {
  if (after === undefined) return undefined;
  if (!isByName(order)) return columns.after(order, after, undefined);
  const compareName = async (node: number): Promise<number> => {
    const [entity] = await records.entities([node]);
    return compareNamePositions(entity as Entity, after);
  };
  const node = graph.nodeOfId(String(after[2]));
  const rank =
    node !== undefined && (await compareName(node)) === 0
      ? columns.listRank(node)
      : await nameRankAfter(graph, kind, compareName);
  return columns.after(order, after, rank);
};
