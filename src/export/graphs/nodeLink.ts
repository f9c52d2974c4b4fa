import { attributeValues, linkAttributes, nodeAttributes, nodeLabel } from './attributes.ts';
import { linkKey, type GraphFormat } from './exportedGraph.ts';

/**
 * Node-link JSON for `node_link_graph` of networkx. Versions of networkx before 3.4 need the argument `link="edges"`.
 */
export const nodeLink: GraphFormat = {
  mediaType: 'application/json; charset=utf-8',
  extension: 'json',
  write: ({ title, cut, isDirected, nodes, links }) =>
    JSON.stringify({
      directed: isDirected,
      multigraph: true,
      graph: { name: title, ...(cut !== null && { cut }) },
      nodes: nodes.map((node) => ({
        id: node.entity.id,
        label: nodeLabel(node),
        ...attributeValues(nodeAttributes, node),
      })),
      edges: links.map((link) => ({
        source: link.source,
        target: link.target,
        key: linkKey(link),
        weight: link.edge.weight,
        ...attributeValues(linkAttributes, link),
      })),
    }),
};
