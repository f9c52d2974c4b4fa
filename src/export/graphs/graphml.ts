import { linkAttributes, nodeAttributes, nodeLabel, type Attribute } from './attributes.ts';
import {
  graphDescription,
  linkKey,
  type ExportedLink,
  type ExportedNode,
  type GraphFormat,
} from './exportedGraph.ts';
import { element, escaped, xmlDocument } from '../xml.ts';

/*
 * GraphML 1.0 (http://graphml.graphdrawing.org), read by Gephi, Cytoscape, yEd, igraph and networkx.
 */

const graphmlTypes = { string: 'string', integer: 'int', double: 'double' } as const;

const nodeKeys: readonly Attribute<ExportedNode>[] = [
  { name: 'label', type: 'string', read: nodeLabel },
  ...nodeAttributes,
];
const edgeKeys: readonly Attribute<ExportedLink>[] = [
  { name: 'weight', type: 'double', read: ({ edge }) => edge.weight },
  ...linkAttributes,
];

export const graphml: GraphFormat = {
  mediaType: 'application/graphml+xml; charset=utf-8',
  extension: 'graphml',
  write: (graph) =>
    xmlDocument(
      element(
        'graphml',
        {
          xmlns: 'http://graphml.graphdrawing.org/xmlns',
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          'xsi:schemaLocation':
            'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
        },
        element('desc', {}, escaped(graphDescription(graph))),
        ...keys('node', nodeKeys),
        ...keys('edge', edgeKeys),
        '\n',
        element(
          'graph',
          { edgedefault: graph.isDirected ? 'directed' : 'undirected' },
          ...graph.nodes.map(
            (node) => element('node', { id: node.entity.id }, ...values('node', nodeKeys, node)) + '\n',
          ),
          ...graph.links.map(
            (link) =>
              element(
                'edge',
                { id: linkKey(link), source: link.source, target: link.target },
                ...values('edge', edgeKeys, link),
              ) + '\n',
          ),
        ),
      ),
    ),
};

const keys = <Item>(owner: 'node' | 'edge', attributes: readonly Attribute<Item>[]): string[] =>
  attributes.map(({ name, type }) =>
    element('key', {
      id: `${owner}-${name}`,
      for: owner,
      'attr.name': name,
      'attr.type': graphmlTypes[type],
    }),
  );

const values = <Item>(owner: 'node' | 'edge', attributes: readonly Attribute<Item>[], item: Item): string[] =>
  attributes.flatMap(({ name, read }) => {
    const value = read(item);
    return value === null ? [] : [element('data', { key: `${owner}-${name}` }, escaped(String(value)))];
  });
