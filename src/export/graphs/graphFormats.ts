import { cytoscape } from './cytoscape.ts';
import type { GraphFormat } from './exportedGraph.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { nodeLink } from './nodeLink.ts';
import { vosviewer } from './vosviewer.ts';

/** The graph formats by the value of the parameter `format`. */
export const graphFormats: ReadonlyMap<string, GraphFormat> = new Map([
  ['graphml', graphml],
  ['gexf', gexf],
  ['vosviewer', vosviewer],
  ['cytoscape', cytoscape],
  ['node-link', nodeLink],
]);
