import { isEdge, type PictureItem, type PictureNode } from '../picture.ts';
import type { Hit } from './sceneModel.ts';

export interface PointerListener {
  hitAt(event: Event): Hit | undefined;
  /** @param point x and y in the canvas */
  hover(item: PictureItem | undefined, point: readonly [x: number, y: number]): void;
  select(item: PictureItem | undefined): void;
  expand(node: PictureNode): void;
}

/** Two clicks on a node within this time are a double click. Touch screens report no `dblclick`. */
const DOUBLE_CLICK_MILLISECONDS = 350;

/** Reports hovers and clicks on the canvas: a click selects, a double click or a click on a badge expands. */
export const listenToPointer = (canvas: HTMLCanvasElement, listener: PointerListener): void => {
  let previous: { item: PictureItem; time: number } | undefined;
  canvas.addEventListener('pointermove', (event) => {
    if (event.buttons !== 0 || event.pointerType === 'touch') return;
    const item = listener.hitAt(event)?.item;
    canvas.style.cursor = !item ? 'grab' : isEdge(item) ? 'default' : 'pointer';
    listener.hover(item, [event.offsetX, event.offsetY]);
  });
  const leave = (): void => listener.hover(undefined, [0, 0]);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('pointerdown', leave);
  canvas.addEventListener('click', (event) => {
    const hit = listener.hitAt(event);
    const isDouble =
      previous?.item === hit?.item && event.timeStamp - (previous?.time ?? 0) < DOUBLE_CLICK_MILLISECONDS;
    previous = undefined;
    if (hit && !isEdge(hit.item) && (isDouble || hit.isBadge)) {
      // The second click of a double click on a badge must not expand the node again.
      if (isDouble || event.detail < 2) listener.expand(hit.item);
      return;
    }
    if (hit) previous = { item: hit.item, time: event.timeStamp };
    listener.select(hit?.item);
  });
};
