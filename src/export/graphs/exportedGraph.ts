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
  links: readonly Link[];
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
export const linkKey = ({ relation, source, target }: Link): string => `${relation} ${source} ${target}`;
