import { drag } from 'd3-drag';
import { pointer, select } from 'd3-selection';
import type { PicturedNode } from '../picture.ts';

export interface DraggingListener {
  nodeAt(event: Event): PicturedNode | undefined;
  /** To a place of the canvas, in CSS pixels. */
  moved(node: PicturedNode, x: number, y: number): void;
  ended(node: PicturedNode): void;
}

interface DragEvent {
  sourceEvent: Event;
  subject: PicturedNode;
}

/** Lets people take hold of nodes. What they do beside nodes is left to others. */
export const listenToDragging = (canvas: HTMLCanvasElement, listener: DraggingListener): void => {
  const behavior = drag<HTMLCanvasElement, unknown, PicturedNode | undefined>()
    .subject(({ sourceEvent }: DragEvent) => listener.nodeAt(sourceEvent))
    .on('drag', ({ sourceEvent, subject }: DragEvent) => {
      const [x, y] = pointer(sourceEvent, canvas);
      listener.moved(subject, x, y);
    })
    .on('end', ({ subject }: DragEvent) => listener.ended(subject));
  select(canvas).call(behavior);
};
