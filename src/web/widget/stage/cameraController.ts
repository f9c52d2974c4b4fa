import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior } from 'd3-zoom';
import { radiusOnScreen, xOnScreen, yOnScreen, type Camera } from '../drawing/scene.ts';
import { zoomCorner } from '../drawing/zoomCorner.ts';
import type { PictureNode } from '../picture.ts';

const MAX_SCALE = 6;
const MIN_SCALE = 0.08;
/** `fit` does not enlarge a picture with few nodes beyond this scale. */
const MAX_FIT_SCALE = 2;
/** The free space at each side after `fit`, for labels: a part of the canvas, and at most so many pixels. */
const MARGIN_SHARE = 0.08;
const MAX_MARGIN = { x: 56, y: 34 };
const DURATION = 260;

export interface CameraListener {
  onMove(byUser: boolean): void;
  /** Whether the wheel zooms the picture; otherwise it scrolls the page. */
  acceptsWheel(event: WheelEvent): boolean;
  /** Whether a touch moves the picture; otherwise it scrolls the page. */
  acceptsTouch(event: TouchEvent): boolean;
}

/** Moves the camera by wheel, drag, pinch and buttons. */
export class CameraController {
  readonly #canvas: HTMLCanvasElement;
  readonly #zoom: ZoomBehavior<HTMLCanvasElement, unknown>;
  #animation = 0;
  /** The camera before `reveal` moved it; undefined if it did not, or has been moved since. */
  #beforeReveal: Camera | undefined;

  constructor(canvas: HTMLCanvasElement, listener: CameraListener) {
    this.#canvas = canvas;
    this.#zoom = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([MIN_SCALE, MAX_SCALE])
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
        if (event instanceof WheelEvent) return listener.acceptsWheel(event);
        if ('touches' in event) return listener.acceptsTouch(event);
        return !event.ctrlKey && !event.button;
      })
      .on('zoom', ({ sourceEvent }: { sourceEvent: Event | null }) => {
        const byUser = sourceEvent !== null;
        if (byUser) this.#beforeReveal = undefined;
        listener.onMove(byUser);
      });
    select(canvas).call(this.#zoom).on('dblclick.zoom', null);
  }

  get camera(): Camera {
    return zoomTransform(this.#canvas);
  }

  /** Zooms by a factor around the center of the canvas. */
  zoomBy(factor: number, isInstant: boolean): void {
    const { width, height } = this.#size();
    const { k, x, y } = this.camera;
    this.#beforeReveal = undefined;
    const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, k * factor));
    const [middle, center] = [width / 2, height / 2];
    this.#moveTo(
      { k: scale, x: middle - ((middle - x) * scale) / k, y: center - ((center - y) * scale) / k },
      isInstant,
    );
  }

  /** Moves and zooms so that all nodes are in sight, also those that the zoom buttons would cover. */
  fit(nodes: readonly PictureNode[], isInstant: boolean): void {
    const { width } = this.#size();
    if (nodes.length === 0 || width === 0) return;
    this.#beforeReveal = undefined;
    const camera = this.#fitted(nodes, 0);
    const isCovered = nodes.some((node) => isInCorner(node, camera));
    this.#moveTo(isCovered ? this.#fitted(nodes, this.#coveredMargin()) : camera, isInstant);
  }

  /** How much wider than the margin the zoom buttons are, with the space for the node beside them. */
  #coveredMargin(): number {
    return Math.max(0, zoomCorner.right + 8 - (this.#size().width - this.#room().x) / 2);
  }

  /** The camera that shows all nodes. @param left the width at the left that stays free besides the margin, in CSS pixels */
  #fitted(nodes: readonly PictureNode[], left: number): Camera {
    const { width, height } = this.#size();
    const [minX, maxX] = extent(nodes.map(({ x }) => x));
    const [minY, maxY] = extent(nodes.map(({ y }) => y));
    const room = this.#room();
    const k = Math.min(
      MAX_FIT_SCALE,
      Math.max(40, room.x - left) / Math.max(1, maxX - minX),
      Math.max(40, room.y) / Math.max(1, maxY - minY),
    );
    const scale = Math.max(MIN_SCALE, k);
    return {
      k: scale,
      x: (width + left) / 2 - (scale * (minX + maxX)) / 2,
      y: height / 2 - (scale * (minY + maxY)) / 2,
    };
  }

  /** The width of a fitted picture that fills the canvas, divided by its height; limited to what suits the layout. */
  get aspect(): number {
    const { x, y } = this.#room();
    return y > 0 ? Math.min(2.2, Math.max(0.6, x / y)) : 1;
  }

  /** Moves by the smallest distance that makes a node visible outside the covered space. */
  reveal(node: PictureNode, covered: { right: number; bottom: number }, isInstant: boolean): void {
    const width = this.#size().width - covered.right;
    const height = this.#size().height - covered.bottom;
    const { camera } = this;
    const edge = radiusOnScreen(node, camera) + 30;
    const [x, y] = [camera.k * node.x + camera.x, camera.k * node.y + camera.y];
    const right = Math.max(0, edge - x) - Math.max(0, x + edge - width);
    const down = Math.max(0, edge - y) - Math.max(0, y + edge - height);
    if (right === 0 && down === 0) return;
    this.#beforeReveal ??= camera;
    this.#moveTo({ k: camera.k, x: camera.x + right, y: camera.y + down }, isInstant);
  }

  /** Moves back to where the camera was before `reveal`, unless it was moved by something else since. */
  restore(isInstant: boolean): void {
    if (this.#beforeReveal) this.#moveTo(this.#beforeReveal, isInstant);
    this.#beforeReveal = undefined;
  }

  destroy(): void {
    cancelAnimationFrame(this.#animation);
    select(this.#canvas).on('.zoom', null);
  }

  #moveTo(to: Camera, isInstant: boolean): void {
    cancelAnimationFrame(this.#animation);
    if (isInstant) {
      this.#set(to);
      return;
    }
    const from = this.camera;
    const start = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - start) / DURATION));
      const eased = 1 - (1 - share) ** 3;
      const interpolate = (start: number, destroy: number): number => start + (destroy - start) * eased;
      this.#set({ k: interpolate(from.k, to.k), x: interpolate(from.x, to.x), y: interpolate(from.y, to.y) });
      if (share < 1) this.#animation = requestAnimationFrame(step);
    };
    this.#animation = requestAnimationFrame(step);
  }

  #set({ k, x, y }: Camera): void {
    this.#zoom.transform(select(this.#canvas), zoomIdentity.translate(x, y).scale(k));
  }

  /** The width and height that a fitted picture may have. */
  #room(): { x: number; y: number } {
    const { width, height } = this.#size();
    return {
      x: width - 2 * Math.min(MAX_MARGIN.x, MARGIN_SHARE * width),
      y: height - 2 * Math.min(MAX_MARGIN.y, MARGIN_SHARE * height),
    };
  }

  #size(): { width: number; height: number } {
    return { width: this.#canvas.clientWidth, height: this.#canvas.clientHeight };
  }
}

/** Whether the zoom buttons cover the center of a node. */
const isInCorner = (node: PictureNode, camera: Camera): boolean =>
  xOnScreen(node, camera) < zoomCorner.right && yOnScreen(node, camera) < zoomCorner.bottom;

const extent = (values: readonly number[]): [min: number, max: number] => {
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) [min, max] = [Math.min(min, value), Math.max(max, value)];
  return [min, max];
};
