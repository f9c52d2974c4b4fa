import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior } from 'd3-zoom';
import { radiusOnScreen, type Camera } from '../drawing/scene.ts';
import type { PicturedNode } from '../picture.ts';

const NEAREST = 6;
const FARTHEST = 0.08;
/** A picture of few nodes is not blown up further than this. */
const LARGEST_FIT = 1.5;
const MARGIN = { x: 56, y: 34 };
const MILLISECONDS = 260;

export interface CameraListener {
  moved(byHand: boolean): void;
  /** Whether the wheel is for the picture, and not for the page. */
  takesWheel(event: WheelEvent): boolean;
}

/** Moves the camera: by wheel, by dragging, by two fingers and by buttons. */
export class CameraWork {
  readonly #canvas: HTMLCanvasElement;
  readonly #zoom: ZoomBehavior<HTMLCanvasElement, unknown>;
  #flight = 0;

  constructor(canvas: HTMLCanvasElement, listener: CameraListener) {
    this.#canvas = canvas;
    this.#zoom = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([FARTHEST, NEAREST])
      .filter((event: MouseEvent | WheelEvent) =>
        event instanceof WheelEvent ? listener.takesWheel(event) : !event.ctrlKey && !event.button,
      )
      .on('zoom', ({ sourceEvent }: { sourceEvent: Event | null }) => listener.moved(sourceEvent !== null));
    select(canvas).call(this.#zoom).on('dblclick.zoom', null);
  }

  get camera(): Camera {
    return zoomTransform(this.#canvas);
  }

  /** Zooms by a factor, towards the middle. */
  zoomBy(factor: number, calmly: boolean): void {
    const { width, height } = this.#size();
    const { k, x, y } = this.camera;
    const scale = Math.min(NEAREST, Math.max(FARTHEST, k * factor));
    const [middle, center] = [width / 2, height / 2];
    this.#fly(
      { k: scale, x: middle - ((middle - x) * scale) / k, y: center - ((center - y) * scale) / k },
      calmly,
    );
  }

  /** Shows all of the nodes. */
  fit(nodes: readonly PicturedNode[], calmly: boolean): void {
    const { width, height } = this.#size();
    if (nodes.length === 0 || width === 0) return;
    const [left, right] = extent(nodes.map(({ x }) => x));
    const [top, bottom] = extent(nodes.map(({ y }) => y));
    const room = { x: Math.max(40, width - 2 * MARGIN.x), y: Math.max(40, height - 2 * MARGIN.y) };
    const k = Math.max(
      FARTHEST,
      Math.min(LARGEST_FIT, room.x / Math.max(1, right - left), room.y / Math.max(1, bottom - top)),
    );
    this.#fly(
      { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 },
      calmly,
    );
  }

  /** Moves as little as brings a node into sight. */
  reveal(node: PicturedNode, calmly: boolean): void {
    const { width, height } = this.#size();
    const { camera } = this;
    const edge = radiusOnScreen(node, camera) + 30;
    const [x, y] = [camera.k * node.x + camera.x, camera.k * node.y + camera.y];
    const right = Math.max(0, edge - x) - Math.max(0, x + edge - width);
    const down = Math.max(0, edge - y) - Math.max(0, y + edge - height);
    if (right !== 0 || down !== 0)
      this.#fly({ k: camera.k, x: camera.x + right, y: camera.y + down }, calmly);
  }

  end(): void {
    cancelAnimationFrame(this.#flight);
    select(this.#canvas).on('.zoom', null);
  }

  /** Goes there in a few frames, or at once. */
  #fly(to: Camera, calmly: boolean): void {
    cancelAnimationFrame(this.#flight);
    if (calmly) {
      this.#set(to);
      return;
    }
    const from = this.camera;
    const began = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - began) / MILLISECONDS));
      const eased = 1 - (1 - share) ** 3;
      const between = (start: number, end: number): number => start + (end - start) * eased;
      this.#set({ k: between(from.k, to.k), x: between(from.x, to.x), y: between(from.y, to.y) });
      if (share < 1) this.#flight = requestAnimationFrame(step);
    };
    this.#flight = requestAnimationFrame(step);
  }

  #set({ k, x, y }: Camera): void {
    this.#zoom.transform(select(this.#canvas), zoomIdentity.translate(x, y).scale(k));
  }

  #size(): { width: number; height: number } {
    return { width: this.#canvas.clientWidth, height: this.#canvas.clientHeight };
  }
}

const extent = (values: readonly number[]): [least: number, most: number] => {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
};
