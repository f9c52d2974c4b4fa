import type { PictureNode } from '../picture.ts';
import { ClickDetector } from './clickDetector.ts';

export interface PointerListener {
  nodeAt(event: Event): PictureNode | undefined;
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
    const node = listener.nodeAt(event);
    canvas.style.cursor = node ? 'pointer' : 'grab';
    listener.hover(node);
  });
  canvas.addEventListener('pointerleave', () => listener.hover(undefined));
  canvas.addEventListener('click', (event) => {
    const node = listener.nodeAt(event);
    listener.select(node);
    clicks.click(node);
  });
  return () => clicks.reset();
};
