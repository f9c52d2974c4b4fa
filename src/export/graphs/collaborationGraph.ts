import { fullEntity, labelOf } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { sortValues } from '../../graph/model/orders.ts';
import { LARGEST_PAGE, type PageEntry } from '../../graph/model/pages.ts';
import type { Link } from '../../graph/links.ts';
import { relations } from '../../graph/model/relations.ts';
import { entitiesOf, type ExportReads } from '../exportReads.ts';
import { oneLine } from '../oneLine.ts';
import type { ExportedGraph } from './exportedGraph.ts';

/** The maximum number of edges in a file. */
const MAX_EDGES = 20_000;

const order = relations.collaborators.orders.MOST_PAPERS;

/**
 * An author, the collaborators with the most joint papers, and the collaborations among all of these. If there are more
 * than 20,000 collaborations, the graph has only those with the most joint papers.
 *
 * @param most the maximum number of collaborators
 * @throws UnknownId if the id is not stored
 */
export const collaborationGraph = async (
  reads: ExportReads,
  id: EntityId,
  most: number,
): Promise<ExportedGraph> => {
  const [author] = await entitiesOf(reads, [id], 'id');
  if (!author) throw new TypeError(`No entity was read for the id ${id}.`);
  const { entries, total } = await firstCollaborators(reads, author.id, most);
  const nodes = [
    { entity: author, distance: 0 },
    ...entries.map(({ node }) => ({ entity: fullEntity(node), distance: 1 })),
  ];
  const { links } = await reads.links(
    nodes.map(({ entity }) => entity.id),
    ['CO_AUTHORED'],
    [],
  );
  const cuts = [
    total > entries.length &&
      `The graph has the ${entries.length} of ${total} collaborators with the most joint papers.`,
    links.length > MAX_EDGES &&
      `The graph has the ${MAX_EDGES} of ${links.length} collaborations with the most joint papers.`,
  ].filter((cut) => cut !== false);
  return {
    title: oneLine(`Collaborators of ${labelOf(author)}`),
    cut: cuts.length === 0 ? null : cuts.join(' '),
    isDirected: false,
    nodes,
    links: strongest(links),
  };
};

const firstCollaborators = async (reads: ExportReads, id: EntityId, most: number) => {
  const entries: PageEntry[] = [];
  let total = 0;
  for (let hasNext = true; hasNext && entries.length < most;) {
    const last = entries.at(-1);
    const page = {
      first: Math.min(LARGEST_PAGE, most - entries.length),
      order,
      count: !last,
      ...(last && { after: sortValues(order, last.node, last.edge) }),
    };
    const answer = (await reads.neighbors([id], [{ relation: 'collaborators', page }])).get(id)?.[0];
    entries.push(...(answer?.entries ?? []));
    total = answer?.total ?? total;
    hasNext = answer?.hasNext ?? false;
  }
  return { entries, total };
};

const strongest = (links: readonly Link[]): readonly Link[] => {
  if (links.length <= MAX_EDGES) return links;
  const kept = new Set(
    [...links]
      .sort((a, b) => b.edge.weight - a.edge.weight || (b.edge.strength ?? 0) - (a.edge.strength ?? 0))
      .slice(0, MAX_EDGES),
  );
  return links.filter((link) => kept.has(link));
};
