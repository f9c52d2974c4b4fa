import type { PictureItem, PictureNode } from '../picture.ts';

export interface StageListener {
  /** Called when a node or edge was selected, or when the selection was cleared. */
  onSelect(item: PictureItem | undefined): void;
  /** @param point x and y of the pointer in the canvas */
  onHover(item: PictureItem | undefined, point: readonly [x: number, y: number]): void;
  onOpen(node: PictureNode): void;
  onExpand(node: PictureNode): void;
  onHide(node: PictureNode): void;
  /** Called when the user asks for the list of keyboard keys. */
  onHelp(): void;
  /** Called when the wheel scrolled the page instead of zooming the picture. */
  onWheelIgnored(): void;
  /** Called when the layout has stopped moving nodes. */
  onSettle(): void;
}
