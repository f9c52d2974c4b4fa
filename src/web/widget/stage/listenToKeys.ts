import type { PicturedNode } from '../picture.ts';
import { ZOOM_STEP } from '../views/toolbar.ts';
import { isArrow, nextTowards } from './nodeInDirection.ts';

/** What there is to choose when a key is pressed. */
interface Choosable {
  /** The node that was chosen last. */
  active: PicturedNode | undefined;
  nodes: readonly PicturedNode[];
  /** The most important of them. */
  first: PicturedNode | undefined;
}

/** What keys do. */
export interface KeyListener {
  choosable(): Choosable;
  choose(node: PicturedNode | undefined): void;
  opened(node: PicturedNode): void;
  expanded(node: PicturedNode): void;
  zoomBy(factor: number): void;
  fit(): void;
}

/** Everything a hand can do on the canvas, by the keyboard; keys that mean nothing here are left to the page. */
export const listenToKeys = (canvas: HTMLCanvasElement, listener: KeyListener): void => {
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (acts(event.key, listener)) event.preventDefault();
  });
};

/** Does what the key means; whether it means anything. */
const acts = (key: string, listener: KeyListener): boolean => {
  const { active, nodes, first } = listener.choosable();
  if (isArrow(key) || key === 'Home') {
    const next = !active || !isArrow(key) ? first : nextTowards(nodes, active, key);
    if (next) listener.choose(next);
  } else if (key === 'Enter' && active) listener.opened(active);
  else if (key === ' ' && active) listener.expanded(active);
  else if (key === 'Escape' && active) listener.choose(undefined);
  else if (key === '+' || key === '=') listener.zoomBy(ZOOM_STEP);
  else if (key === '-') listener.zoomBy(1 / ZOOM_STEP);
  else if (key === '0') listener.fit();
  else return false;
  return true;
};
