import type { Link } from '../../graph/links.ts';
import type { Entity } from '../../graph/model/entities.ts';

export interface ExportedGraph {
  /** On one line. */
  title: string;
  /** A sentence about what was left out; null if the graph is complete. */
  cut: string | null;
  /**
   * Whether all relations of the graph are directed. Analysis tools reject graphs of mixed direction, so any other
   * graph is written as undirected, and an attribute of each edge states its direction.
   */
  isDirected: boolean;
  nodes: readonly ExportedNode[];
  links: readonly ExportedLink[];
}

/** BOTH stands for two edges of one relation in opposite directions, which an undirected graph has as one edge. */
export interface ExportedLink extends Omit<Link, 'direction'> {
  direction: Link['direction'] | 'BOTH';
}

export interface ExportedNode {
  entity: Entity;
  /** Steps from the nearest center. */
  distance: number;
}

export interface GraphFormat {
  mediaType: string;
  /** Without the dot. */
  extension: string;
  write: (graph: ExportedGraph) => string;
}

/** Identifies an edge in its graph. */
export const linkKey = ({ relation, source, target }: ExportedLink): string =>
  `${relation} ${source} ${target}`;

/** The title, and sentences about what was left out and what programs may change. */
export const graphDescription = ({ title, cut, links }: ExportedGraph): string => {
  const sentences = [cut, hasParallelLinks(links) ? PARALLEL : null].filter((text) => text !== null);
  return sentences.length === 0 ? title : `${title}. ${sentences.join(' ')}`;
};

/** Gephi adds up the weights of parallel edges unless the user tells it not to. */
const PARALLEL =
  'Some nodes have several edges of different relations between them: do not merge parallel edges.';

const hasParallelLinks = (links: readonly ExportedLink[]): boolean =>
  new Set(links.map(({ source, target }) => [source, target].sort().join(' '))).size < links.length;
