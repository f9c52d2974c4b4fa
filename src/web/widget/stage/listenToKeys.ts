import { isEdge, otherEnd, type PictureEdge, type PictureItem, type PictureNode } from '../picture.ts';
import { ZOOM_STEP } from '../views/zoomButtons.ts';
import { isArrowKey, nodeInDirection } from './nodeInDirection.ts';

/** The nodes and edges that keys can select. */
export interface Selectable {
  active: PictureItem | undefined;
  nodes: readonly PictureNode[];
  edges: readonly PictureEdge[];
  /** The most important node. */
  first: PictureNode | undefined;
}

export interface KeyListener {
  selectable(): Selectable;
  select(item: PictureItem | undefined): void;
  open(node: PictureNode): void;
  expand(node: PictureNode): void;
  hide(node: PictureNode): void;
  zoomBy(factor: number): void;
  fit(): void;
  help(): void;
}

/** Controls the canvas by keys. All other keys are left to the page. */
export const listenToKeys = (canvas: HTMLCanvasElement, listener: KeyListener): void => {
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (handleKey(event.key, listener)) event.preventDefault();
  });
};

/** Handles a key. Returns false if the key has no meaning here. */
const handleKey = (key: string, listener: KeyListener): boolean => {
  const { active, nodes, first, edges } = listener.selectable();
  const node = active && (isEdge(active) ? active.from : active);
  const nodeAction = nodeActions[key];
  const viewAction = viewActions[key];
  if (isArrowKey(key) || key === 'Home') {
    const next = !node || !isArrowKey(key) ? first : nodeInDirection(nodes, node, key);
    if (next) listener.select(next);
  } else if (nodeAction && active && !isEdge(active)) nodeAction(listener, active);
  else if (key === 'e' && active) listener.select(nextEdge(edges, active));
  else if (key === 'Escape' && active) listener.select(undefined);
  else if (viewAction) viewAction(listener);
  else return false;
  return true;
};

const nodeActions: Readonly<Record<string, (listener: KeyListener, node: PictureNode) => void>> = {
  Enter: (listener, node) => listener.open(node),
  ' ': (listener, node) => listener.expand(node),
  h: (listener, node) => listener.hide(node),
};

const viewActions: Readonly<Record<string, (listener: KeyListener) => void>> = {
  '+': (listener) => listener.zoomBy(ZOOM_STEP),
  '=': (listener) => listener.zoomBy(ZOOM_STEP),
  '-': (listener) => listener.zoomBy(1 / ZOOM_STEP),
  '0': (listener) => listener.fit(),
  '?': (listener) => listener.help(),
};

/** The strongest edge of the selected node; if an edge is selected, the next one of the same node. */
const nextEdge = (edges: readonly PictureEdge[], active: PictureItem): PictureItem => {
  const node = isEdge(active) ? active.from : active;
  const own = edges
    .filter(({ from, to }) => from === node || to === node)
    .sort((one, other) => other.strength - one.strength || compareLabels(one, other, node));
  const position = own.findIndex((edge) => edge === active);
  return own[(position + 1) % own.length] ?? active;
};

const compareLabels = (one: PictureEdge, other: PictureEdge, node: PictureNode): number =>
  otherEnd(one, node).entity.label.localeCompare(otherEnd(other, node).entity.label);
