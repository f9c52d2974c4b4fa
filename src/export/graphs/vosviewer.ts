import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import { webAddressOf, nodeLabel } from './attributes.ts';
import type { ExportedLink, GraphFormat } from './exportedGraph.ts';
import { escaped } from '../xml.ts';

/**
 * VOSviewer JSON (https://app.vosviewer.com/docs/file-types/json-file-type/). The format allows one undirected link
 * between two items, so the weights of the edges between them are added up. In a graph with several kinds of nodes,
 * each kind is a cluster; otherwise VOSviewer computes the clusters. Labels are plain text, descriptions are HTML.
 */
export const vosviewer: GraphFormat = {
  mediaType: 'application/json; charset=utf-8',
  extension: 'json',
  write: ({ title, cut, nodes, links }) => {
    const kinds = entityKinds.filter((kind) => nodes.some(({ entity }) => entity.kind === kind));
    const hasClusters = kinds.length > 1;
    const clusterOf = (kind: EntityKind): number => kinds.indexOf(kind) + 1;
    return JSON.stringify({
      network: {
        items: nodes.map((node) => {
          const { id, kind, paperCount } = node.entity;
          const url = webAddressOf(node.entity);
          return {
            id,
            label: nodeLabel(node),
            ...(url !== null && { url }),
            ...(hasClusters && { cluster: clusterOf(kind) }),
            weights: { Papers: paperCount },
            ...(node.entity.kind === 'PAPER' &&
              node.entity.year !== null && { scores: { Year: node.entity.year } }),
          };
        }),
        links: mergeLinks(links),
        ...(hasClusters && {
          clusters: kinds.map((kind) => ({ cluster: clusterOf(kind), label: `${kindRow(kind).typeName}s` })),
        }),
      },
      info: { title, ...(cut !== null && { description: escaped(cut) }) },
    });
  },
};

const mergeLinks = (links: readonly ExportedLink[]) => {
  const strengths = new Map<string, { source_id: string; target_id: string; strength: number }>();
  for (const { source, target, edge } of links) {
    const [source_id, target_id] = source < target ? [source, target] : [target, source];
    const key = `${source_id} ${target_id}`;
    const strength = (strengths.get(key)?.strength ?? 0) + edge.weight;
    strengths.set(key, { source_id, target_id, strength });
  }
  return [...strengths.values()];
};
