import type { Link, LinksAnswer } from '../../graph/links.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { RelationKind } from '../../graph/model/relations.ts';
import { compareNodeLinks } from '../queries/links.ts';
import { withAuthorship } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/**
 * All edges between the given entities along the given relations, and how many neighbors each entity in `counted` has.
 */
export const readLinks = async (
  context: ReadContext,
  ids: readonly EntityId[],
  relations: readonly RelationKind[],
  counted: readonly EntityId[],
): Promise<LinksAnswer> => {
  const { graph, links } = context.queries;
  const nodes = new Set(context.nodesById(ids).values());
  const among = new Uint8Array(graph.ids.length);
  for (const node of nodes) among[node] = 1;
  const found = (await context.each([...nodes], (node) => links.from(node, among, relations))).flat();
  const placed = found.filter(({ place }) => place !== undefined);
  const authorships = await context.records.authorships(
    placed.flatMap(({ place }) => place ?? []),
    true,
  );
  placed.forEach(({ link }, index) => (link.edge = withAuthorship(link.edge, authorships[index])));
  const counts = await context.each([...context.nodesById(counted).values()], (node) =>
    links.counts(node, relations),
  );
  return { links: found.sort(compareNodeLinks).map(({ link }): Link => link), counts: counts.flat() };
};
