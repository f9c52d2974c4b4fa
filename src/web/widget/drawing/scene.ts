import type { Shown } from '../filterPicture.ts';
import type { PicturedEdge, PicturedNode } from '../picture.ts';
import type { Palette } from './palette.ts';

/** Where the picture lies on the screen: screen = scale × picture + offset. */
export interface Camera {
  k: number;
  x: number;
  y: number;
}

/** Everything one frame is drawn from. */
export interface Scene {
  shown: Shown;
  camera: Camera;
  palette: Palette;
  /** In pixels of the screen. */
  width: number;
  height: number;
  /** By importance, the most important first. */
  ranked: readonly PicturedNode[];
  /** "+37", for a node that has more outside. */
  badges: ReadonlyMap<PicturedNode, string>;
  /** The node that has been chosen. */
  active: PicturedNode | undefined;
  /** The node that is looked at, with its edges and neighbors; everything else steps back. */
  lit: Lit | undefined;
  /** Whether to mark the chosen node as the one the keyboard is at. */
  keyboard: boolean;
}

export interface Lit {
  node: PicturedNode;
  neighbors: ReadonlySet<PicturedNode>;
  edges: ReadonlySet<PicturedEdge>;
}

/** Nodes grow slower than the picture, so that zooming in makes room. */
export const radiusOnScreen = (node: PicturedNode, { k }: Camera): number =>
  node.radius * Math.min(2.2, Math.max(0.45, Math.sqrt(k)));

export const xOnScreen = ({ x }: { x: number }, camera: Camera): number => camera.k * x + camera.x;
export const yOnScreen = ({ y }: { y: number }, camera: Camera): number => camera.k * y + camera.y;

/** How much is left of what steps back. */
export const DIMMED = 0.22;

export const isLit = (node: PicturedNode, lit: Lit | undefined): boolean =>
  !lit || lit.node === node || lit.neighbors.has(node);
