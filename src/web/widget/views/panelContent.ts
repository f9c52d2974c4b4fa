import type { Details } from '../api/detailsLoader.ts';
import type { Connection } from '../connections.ts';
import type { PictureItem, PictureNode } from '../picture.ts';
import type { EntityKind, Omission } from '../slice.ts';

export interface PanelActions {
  select(item: PictureItem | undefined): void;
  /** Clears the selection and moves the focus from the panel to the picture. */
  close(): void;
  open(node: PictureNode): void;
  expand(node: PictureNode, kind?: EntityKind): void;
  hide(node: PictureNode): void;
  /** The address of an entity's page; undefined if there is no server with pages. */
  pageOf(id: string): string | undefined;
  /** The address of the search for a path that starts at a node; undefined if there is none. */
  pathFrom(node: PictureNode): string | undefined;
}

export interface PanelContent {
  item: PictureItem;
  details: (item: PictureItem) => Details;
  /** How a node is connected with the centers. */
  connection: Connection;
  /** Number of visible neighbors. */
  neighborCount: number;
  omitted: readonly Omission[];
  /** Whether the neighbors of the node have been fetched. */
  isExpanded: boolean;
  isExpanding: boolean;
}
