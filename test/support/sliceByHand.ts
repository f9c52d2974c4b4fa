import { entityKinds, type EntityKind } from '../../src/graph/model/entityKinds.ts';
import { kindOf } from '../../src/graph/model/ids.ts';
import type { Slice } from '../../src/graph/slice/graphSlice.ts';
import type { SliceBounds } from '../../src/graph/slice/sliceQuestion.ts';
import {
  defaultOrder,
  relationRow,
  relationsFrom,
  type RelationName,
  relationKinds,
  type RelationKind,
} from '../../src/graph/model/relations.ts';
import { bytes, type HandGraph } from './byHand.ts';
import { edgesByHand, orderByHand } from './relationsByHand.ts';

/*
 * Slices in the slow and obvious way, from the definition: walk as far as asked, then cut, then see what is outside.
 */

export interface HandQuestion {
  centers: string[];
  depth: number;
  kinds: EntityKind[];
  relations: RelationKind[];
  perKind: number;
}

export interface HandSlice {
  nodes: { id: string; distance: number }[];
  links: { relation: RelationKind; source: string; target: string; weight: number }[];
  truncated: boolean;
  omitted: { nodeId: string; kind: EntityKind; count: number; after: Place | null }[];
}

/** Where a list of neighbors stopped. */
interface Place {
  relation: RelationName;
  id: string;
}

/** Everyone an entity is linked to along a relation, in its default order. */
export type LinkedByHand = (id: string, relation: RelationName) => readonly { to: string; weight: number }[];

/** Those of a small graph, counted anew each time. */
export const linkedIn =
  (graph: HandGraph): LinkedByHand =>
  (id, relation) =>
    edgesByHand(graph, relation)
      .filter((edge) => edge.from === id)
      .sort(orderByHand(graph, defaultOrder(relation)));

/** The neighbors of a kind, in order, along the relations asked for: by two relations twice. */
const neighborsOf = (
  linked: LinkedByHand,
  id: string,
  kind: EntityKind,
  asked: readonly RelationKind[],
): Place[] =>
  relationsFrom(kindOf(id)).flatMap((relation) => {
    const { to, kind: relationKind } = relationRow(relation);
    if (to !== kind || !asked.includes(relationKind)) return [];
    return linked(id, relation).map((edge) => ({ relation, id: edge.to }));
  });

const linksAmong = (
  linked: LinkedByHand,
  ids: readonly string[],
  asked: readonly RelationKind[],
): HandSlice['links'] =>
  relationKinds
    .filter((kind) => asked.includes(kind))
    .flatMap((relation) =>
      ids
        .flatMap((source) =>
          relationsFrom(kindOf(source))
            .filter((name) => relationRow(name).kind === relation && relationRow(name).direction !== 'IN')
            .flatMap((name) =>
              linked(source, name)
                .filter(({ to }) => ids.includes(to))
                .filter(({ to }) => relationRow(name).direction === 'OUT' || bytes(source, to) < 0)
                .map(({ to, weight }) => ({ relation, source, target: to, weight })),
            ),
        )
        .sort((a, b) => bytes(a.source, b.source) || bytes(a.target, b.target)),
    );

/** The slice of a question, each list of it in order. */
export const sliceByHand = (linked: LinkedByHand, question: HandQuestion, bounds: SliceBounds): HandSlice => {
  const { centers, depth, perKind } = question;
  const kinds = entityKinds.filter((kind) => question.kinds.length === 0 || question.kinds.includes(kind));
  const relations = question.relations.length === 0 ? [...relationKinds] : question.relations;
  const reached = centers.map((id) => ({ id, distance: 0 }));
  const expanded: string[] = [];
  for (let distance = 1; distance <= depth; distance += 1) {
    for (const { id } of reached.filter((node) => node.distance === distance - 1)) {
      expanded.push(id);
      for (const kind of kinds) {
        for (const neighbor of neighborsOf(linked, id, kind, relations).slice(0, perKind)) {
          if (!reached.some((node) => node.id === neighbor.id)) reached.push({ id: neighbor.id, distance });
        }
      }
    }
  }
  const nodes = reached.slice(0, bounds.nodes);
  const ids = nodes.map(({ id }) => id);
  const links = linksAmong(linked, ids, relations);
  const omitted = expanded
    .filter((id) => ids.includes(id))
    .flatMap((nodeId) =>
      kinds.flatMap((kind) => {
        const neighbors = neighborsOf(linked, nodeId, kind, relations);
        const outside = new Set(neighbors.map(({ id }) => id).filter((id) => !ids.includes(id)));
        const page = neighbors.slice(0, perKind);
        const firstCut = page.findIndex(({ id }) => !ids.includes(id));
        const after = page[(firstCut === -1 ? page.length : firstCut) - 1] ?? null;
        return outside.size === 0 ? [] : [{ nodeId, kind, count: outside.size, after }];
      }),
    );
  return {
    nodes,
    links: links.slice(0, bounds.edges),
    truncated: reached.length > bounds.nodes || links.length > bounds.edges,
    omitted,
  };
};

/** A store's slice in the form of those by hand. */
export const asHandSlice = ({ nodes, links, truncated, omitted }: Slice): HandSlice => ({
  nodes: nodes.map(({ entity, distance }) => ({ id: entity.id, distance })),
  links: links.map(({ relation, source, target, edge }) => ({
    relation,
    source,
    target,
    weight: edge.weight,
  })),
  truncated,
  omitted: omitted.map(({ after, ...rest }) => ({
    ...rest,
    after: after && { relation: after.relation, id: after.node.id },
  })),
});
