import type { PictureNode } from '../picture.ts';
import { ZOOM_STEP } from '../views/toolbar.ts';
import { isArrowKey, nodeInDirection } from './nodeInDirection.ts';

/** The nodes that a key can select. */
interface Selectable {
  active: PictureNode | undefined;
  nodes: readonly PictureNode[];
  /** The most important node. */
  first: PictureNode | undefined;
}

export interface KeyListener {
  selectable(): Selectable;
  select(node: PictureNode | undefined): void;
  open(node: PictureNode): void;
  expand(node: PictureNode): void;
  zoomBy(factor: number): void;
  fit(): void;
}

/** Keyboard control of the canvas. Keys without a meaning here are left to the page. */
export const listenToKeys = (canvas: HTMLCanvasElement, listener: KeyListener): void => {
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (handleKey(event.key, listener)) event.preventDefault();
  });
};

/** Returns whether the key has a meaning. */
const handleKey = (key: string, listener: KeyListener): boolean => {
  const { active, nodes, first } = listener.selectable();
  if (isArrowKey(key) || key === 'Home') {
    const next = !active || !isArrowKey(key) ? first : nodeInDirection(nodes, active, key);
    if (next) listener.select(next);
  } else if (key === 'Enter' && active) listener.open(active);
  else if (key === ' ' && active) listener.expand(active);
  else if (key === 'Escape' && active) listener.select(undefined);
  else if (key === '+' || key === '=') listener.zoomBy(ZOOM_STEP);
  else if (key === '-') listener.zoomBy(1 / ZOOM_STEP);
  else if (key === '0') listener.fit();
  else return false;
  return true;
};
