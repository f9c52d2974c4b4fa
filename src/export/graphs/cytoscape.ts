import { attributeValues, linkAttributes, nodeAttributes, nodeLabel } from './attributes.ts';
import { linkKey, type GraphFormat } from './exportedGraph.ts';

/**
 * Cytoscape.js JSON: `elements` for the library, with the attributes that the desktop program Cytoscape expects in
 * a .cyjs file (`name`, `shared_name`, `interaction`).
 */
export const cytoscape: GraphFormat = {
  mediaType: 'application/json; charset=utf-8',
  extension: 'cyjs',
  write: ({ title, cut, nodes, links }) =>
    JSON.stringify({
      format_version: '1.0',
      generated_by: 'coauthor-graph',
      target_cytoscapejs_version: '~2.1',
      data: { name: title, shared_name: title, ...(cut !== null && { cut }) },
      elements: {
        nodes: nodes.map((node) => {
          const label = nodeLabel(node);
          return {
            data: {
              id: node.entity.id,
              name: label,
              shared_name: label,
              label,
              ...attributeValues(nodeAttributes, node),
            },
          };
        }),
        edges: links.map((link) => ({
          data: {
            id: linkKey(link),
            source: link.source,
            target: link.target,
            interaction: link.relation,
            weight: link.edge.weight,
            ...attributeValues(linkAttributes, link),
          },
        })),
      },
    }),
};
