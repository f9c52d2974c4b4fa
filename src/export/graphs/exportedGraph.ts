import type { Link } from '../../graph/links.ts';
import type { Entity } from '../../graph/model/entities.ts';

/** A graph to be written to a file. */
export interface ExportedGraph {
  /** What it shows, on one line. */
  title: string;
  /** What was left out of it, in a sentence; null where nothing was. */
  cut: string | null;
  /**
   * Tools that analyse graphs refuse those of mixed direction. So a file is directed where all relations asked for
   * are, else undirected, and each edge says its own direction, from its source to its target.
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

/** A file format for graphs. */
export interface GraphFormat {
  mediaType: string;
  /** Of file names, without the dot. */
  extension: string;
  write: (graph: ExportedGraph) => string;
}

/** What identifies an edge in its graph. */
export const linkKey = ({ relation, source, target }: Link): string => `${relation} ${source} ${target}`;
