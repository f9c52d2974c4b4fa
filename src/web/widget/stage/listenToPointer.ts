import { isEdge, type PictureItem, type PictureNode } from '../picture.ts';
import type { Hit } from './sceneModel.ts';

export interface PointerListener {
  hitAt(event: Event): Hit | undefined;
  /** @param point x and y in the canvas */
  hover(item: PictureItem | undefined, point: readonly [x: number, y: number]): void;
  select(item: PictureItem | undefined): void;
  expand(node: PictureNode): void;
}

/** Two clicks within this time and distance are a double click on the same node. Touch screens report no `dblclick`. */
const DOUBLE_CLICK_MILLISECONDS = 500;
const DOUBLE_CLICK_PIXELS = 16;

/** Reports hovers and clicks on the canvas: a click selects, a double click or a click on a badge expands. */
export const listenToPointer = (canvas: HTMLCanvasElement, listener: PointerListener): void => {
  let previous: { item: PictureItem; event: MouseEvent } | undefined;
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
    const isDouble = previous !== undefined && isDoubleClick(previous.event, event);
    const hit = isDouble && previous ? { item: previous.item, isBadge: false } : listener.hitAt(event);
    previous = undefined;
    if (hit && !isEdge(hit.item) && (isDouble || hit.isBadge)) {
      // The second click of a double click on a badge must not expand the node again.
      if (isDouble || event.detail < 2) listener.expand(hit.item);
      return;
    }
    if (hit) previous = { item: hit.item, event };
    listener.select(hit?.item);
  });
};

const isDoubleClick = (one: MouseEvent, other: MouseEvent): boolean =>
  other.timeStamp - one.timeStamp < DOUBLE_CLICK_MILLISECONDS &&
  Math.hypot(other.clientX - one.clientX, other.clientY - one.clientY) < DOUBLE_CLICK_PIXELS;
