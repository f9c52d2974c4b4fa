import { linkAttributes, nodeAttributes, nodeLabel, type Attribute } from './attributes.ts';
import {
  graphDescription,
  linkKey,
  type ExportedGraph,
  type ExportedLink,
  type ExportedNode,
  type GraphFormat,
} from './exportedGraph.ts';
import { element, escaped, xmlDocument } from '../xml.ts';

/*
 * GEXF 1.2draft (https://gexf.net), the format of Gephi, in the version that all readers support.
 */

export const gexf: GraphFormat = {
  mediaType: 'application/gexf+xml; charset=utf-8',
  extension: 'gexf',
  write: (graph) =>
    xmlDocument(
      element(
        'gexf',
        { xmlns: 'http://www.gexf.net/1.2draft', version: '1.2' },
        element(
          'meta',
          {},
          element('creator', {}, 'coauthor-graph'),
          element('description', {}, escaped(graphDescription(graph))),
        ),
        '\n',
        graphElement(graph),
      ),
    ),
};

const graphElement = (graph: ExportedGraph): string =>
  element(
    'graph',
    { mode: 'static', defaultedgetype: graph.isDirected ? 'directed' : 'undirected' },
    declarations('node', nodeAttributes),
    declarations('edge', linkAttributes),
    '\n',
    element('nodes', {}, ...graph.nodes.map(nodeElement)),
    element('edges', {}, ...graph.links.map(edgeElement)),
  );

const nodeElement = (node: ExportedNode): string =>
  element('node', { id: node.entity.id, label: nodeLabel(node) }, values(nodeAttributes, node)) + '\n';

const edgeElement = (link: ExportedLink): string =>
  element(
    'edge',
    { id: linkKey(link), source: link.source, target: link.target, weight: link.edge.weight },
    values(linkAttributes, link),
  ) + '\n';

const declarations = <Item>(owner: 'node' | 'edge', attributes: readonly Attribute<Item>[]): string =>
  element(
    'attributes',
    { class: owner, mode: 'static' },
    ...attributes.map(({ name, type }) => element('attribute', { id: name, title: name, type })),
  );

const values = <Item>(attributes: readonly Attribute<Item>[], item: Item): string =>
  element(
    'attvalues',
    {},
    ...attributes.flatMap(({ name, read }) => {
      const value = read(item);
      return value === null ? [] : [element('attvalue', { for: name, value })];
    }),
  );
