import { drag } from 'd3-drag';
import { pointer, select } from 'd3-selection';
import { isEdge, type PictureItem, type PictureNode } from '../picture.ts';
import { isEngaged } from './engagement.ts';

export interface DragListener {
  itemAt(event: Event): PictureItem | undefined;
  /** x and y are CSS pixels of the canvas. */
  onDrag(node: PictureNode, x: number, y: number): void;
  onDrop(node: PictureNode): void;
}

interface DragEvent {
  sourceEvent: Event;
  subject: PictureNode;
}

/** Reports drags of nodes. Drags that do not start on a node are left to other listeners. */
export const listenToDrags = (canvas: HTMLCanvasElement, listener: DragListener): void => {
  const behavior = drag<HTMLCanvasElement, unknown, PictureNode | undefined>()
    .filter((event: MouseEvent | TouchEvent) =>
      'touches' in event ? isEngaged(canvas) : !event.ctrlKey && !event.button,
    )
    .subject(({ sourceEvent }: DragEvent) => {
      const item = listener.itemAt(sourceEvent);
      return item && !isEdge(item) ? item : undefined;
    })
    .on('drag', ({ sourceEvent, subject }: DragEvent) => {
      const [x, y] = pointer(sourceEvent, canvas);
      listener.onDrag(subject, x, y);
    })
    .on('end', ({ subject }: DragEvent) => listener.onDrop(subject));
  select(canvas).call(behavior);
};
