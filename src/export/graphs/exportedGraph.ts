import type { Link } from '../../graph/links.ts';
import type { Entity } from '../../graph/model/entities.ts';

export interface ExportedGraph {
  /** The title of the graph, without line breaks. */
  title: string;
  /** A sentence about what was left out; null if the graph is complete. */
  cut: string | null;
  /**
   * Whether all edges of the graph are directed. A graph with both directed and undirected edges is written as
   * undirected, because analysis tools reject a mixture; an attribute then states the direction of each edge.
   */
  isDirected: boolean;
  nodes: readonly ExportedNode[];
  links: readonly ExportedLink[];
}

/**
 * BOTH means that the relation has an edge in each direction between the two nodes. An undirected graph has one edge
 * for both.
 */
export interface ExportedLink extends Omit<Link, 'direction'> {
  direction: Link['direction'] | 'BOTH';
}

export interface ExportedNode {
  entity: Entity;
  /** The number of steps from the nearest entity for which the graph was requested. */
  distance: number;
}

export interface GraphFormat {
  mediaType: string;
  /** The extension of the file name, without the dot. */
  extension: string;
  write: (graph: ExportedGraph) => string;
}

/** A text that identifies an edge in its graph. */
export const linkKey = ({ relation, source, target }: ExportedLink): string =>
  `${relation} ${source} ${target}`;

/**
 * The title of the graph, followed by a sentence about what was left out and, if some nodes have several edges between
 * them, a warning not to merge these edges.
 */
export const graphDescription = ({ title, cut, links }: ExportedGraph): string => {
  const sentences = [cut, hasParallelLinks(links) ? PARALLEL : null].filter((text) => text !== null);
  return sentences.length === 0 ? title : `${title}. ${sentences.join(' ')}`;
};

/** A warning, because Gephi adds up the weights of parallel edges unless the user changes an option of its import. */
const PARALLEL =
  'Some nodes have several edges of different relations between them: do not merge parallel edges.';

const hasParallelLinks = (links: readonly ExportedLink[]): boolean =>
  new Set(links.map(({ source, target }) => [source, target].sort().join(' '))).size < links.length;
