import type { PictureNode } from '../picture.ts';
import { ClickDetector } from './clickDetector.ts';
import type { Hit } from './sceneModel.ts';

export interface PointerListener {
  hitAt(event: Event): Hit | undefined;
  hover(node: PictureNode | undefined): void;
  select(node: PictureNode | undefined): void;
  open(node: PictureNode): void;
  expand(node: PictureNode): void;
}

/** Reports hovers and clicks on the canvas. Returns a function that cancels a pending click. */
export const listenToPointer = (canvas: HTMLCanvasElement, listener: PointerListener): (() => void) => {
  const clicks = new ClickDetector(
    (node) => listener.open(node),
    (node) => listener.expand(node),
  );
  canvas.addEventListener('pointermove', (event) => {
    if (event.buttons !== 0 || event.pointerType === 'touch') return;
    const node = listener.hitAt(event)?.node;
    canvas.style.cursor = node ? 'pointer' : 'grab';
    listener.hover(node);
  });
  canvas.addEventListener('pointerleave', () => listener.hover(undefined));
  canvas.addEventListener('click', (event) => {
    const hit = listener.hitAt(event);
    listener.select(hit?.node);
    if (hit?.isBadge) {
      clicks.reset();
      // The second click of a double click must not expand the node again.
      if (event.detail < 2) listener.expand(hit.node);
    } else clicks.click(hit?.node);
  });
  return () => clicks.reset();
};
