import type { PictureItem, PictureNode } from '../picture.ts';

/** What the list can do with the picture. */
export interface ListActions {
  select(item: PictureItem): void;
  expand(node: PictureNode): void;
}
