import type { PictureItem, PictureNode } from '../picture.ts';

/** What the tables of nodes and edges can change: they can select or expand a node, and select an edge. */
export interface ListActions {
  select(item: PictureItem): void;
  expand(node: PictureNode): void;
}
