import { quadtree, type Quadtree } from 'd3-quadtree';
import { radiusOnScreen, xOnScreen, yOnScreen, type Camera } from '../drawing/scene.ts';
import type { PicturedNode } from '../picture.ts';

/** No node is larger on the screen, in pixels. */
const LARGEST = 60;

/** Finds the node at a place of the screen. */
export class Hits {
  #nodes: readonly PicturedNode[] = [];
  #tree: Quadtree<PicturedNode> | undefined;

  /** Something has moved, or other nodes are shown. */
  renew(nodes: readonly PicturedNode[]): void {
    this.#nodes = nodes;
    this.#tree = undefined;
  }

  /** @param slack how far outside a node still counts, in pixels */
  at(x: number, y: number, camera: Camera, slack: number): PicturedNode | undefined {
    this.#tree ??= quadtree<PicturedNode>(
      [...this.#nodes],
      (node) => node.x,
      (node) => node.y,
    );
    const [left, top] = [(x - camera.x) / camera.k, (y - camera.y) / camera.k];
    const node = this.#tree.find(left, top, LARGEST / camera.k);
    if (!node) return undefined;
    const away = Math.hypot(xOnScreen(node, camera) - x, yOnScreen(node, camera) - y);
    return away <= radiusOnScreen(node, camera) + slack ? node : undefined;
  }
}
