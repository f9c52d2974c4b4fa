import { quadtree, type Quadtree } from 'd3-quadtree';
import { radiusOnScreen, xOnScreen, yOnScreen, type Camera } from '../drawing/scene.ts';
import type { PictureNode } from '../picture.ts';

/** The largest radius of a node on the screen, including the tolerance, in CSS pixels. */
const MAX_RADIUS = 60;

/** Finds the node at a point of the screen. */
export class NodeFinder {
  #nodes: readonly PictureNode[] = [];
  #tree: Quadtree<PictureNode> | undefined;

  /** Must be called whenever nodes move or the set of visible nodes changes. */
  setNodes(nodes: readonly PictureNode[]): void {
    this.#nodes = nodes;
    this.#tree = undefined;
  }

  /** @param tolerance distance outside a node that still counts, in CSS pixels */
  at(x: number, y: number, camera: Camera, tolerance: number): PictureNode | undefined {
    this.#tree ??= quadtree<PictureNode>(
      [...this.#nodes],
      (node) => node.x,
      (node) => node.y,
    );
    const [left, top] = [(x - camera.x) / camera.k, (y - camera.y) / camera.k];
    const node = this.#tree.find(left, top, MAX_RADIUS / camera.k);
    if (!node) return undefined;
    const away = Math.hypot(xOnScreen(node, camera) - x, yOnScreen(node, camera) - y);
    return away <= radiusOnScreen(node, camera) + tolerance ? node : undefined;
  }
}
