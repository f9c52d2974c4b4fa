import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior } from 'd3-zoom';
import type { Camera } from '../drawing/scene.ts';
import type { PictureNode } from '../picture.ts';
import { isEngaged, wheelZooms } from './engagement.ts';
import { prefersReducedMotion } from './prefersReducedMotion.ts';
import {
  aspectOf,
  cameraOf,
  clamp,
  fittedView,
  MAX_SCALE,
  MIN_SCALE,
  revealingView,
  viewOf,
  type Size,
  type View,
} from './view.ts';

const DURATION = 260;

export interface CameraListener {
  onMove(): void;
  /** Called when the wheel scrolled the page instead of zooming the picture. */
  onWheelIgnored(): void;
}

/** Moves the camera by wheel, drag, pinch and buttons, and keeps the view when the size of the canvas changes. */
export class CameraController {
  /**
   * If true, the camera shows all nodes again whenever nodes move or the size changes. Becomes false when the user
   * moves or zooms the picture.
   */
  isFollowing = true;
  readonly #canvas: HTMLCanvasElement;
  readonly #zoom: ZoomBehavior<HTMLCanvasElement, unknown>;
  #size: Size = { width: 0, height: 0 };
  #animation = 0;
  /**
   * The camera before `reveal` moved it. Undefined if `reveal` has not moved it, or if it was moved in another way since.
   */
  #cameraBefore: Camera | undefined;

  constructor(canvas: HTMLCanvasElement, listener: CameraListener) {
    this.#canvas = canvas;
    this.#zoom = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([MIN_SCALE, MAX_SCALE])
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
        if (event instanceof WheelEvent) {
          const zooms = wheelZooms(event, canvas);
          if (!zooms) listener.onWheelIgnored();
          return zooms;
        }
        if ('touches' in event) return event.touches.length > 1 || isEngaged(canvas);
        return !event.ctrlKey && !event.button;
      })
      .on('zoom', ({ sourceEvent }: { sourceEvent: Event | null }) => {
        if (sourceEvent) this.#moveByUser();
        listener.onMove();
      });
    select(canvas).call(this.#zoom).on('dblclick.zoom', null);
  }

  get camera(): Camera {
    return zoomTransform(this.#canvas);
  }

  get aspect(): number {
    return aspectOf(this.#size);
  }

  /** The picture stands still in the upper left corner of the canvas. Returns false if the size is the same, or the canvas is hidden. */
  resize(): boolean {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0 || height === 0 || (width === this.#size.width && height === this.#size.height))
      return false;
    this.#size = { width, height };
    return true;
  }

  /** Zooms by a factor around the middle of the canvas. */
  zoomBy(factor: number): void {
    const view = this.#view;
    this.#moveByUser();
    this.#moveTo(cameraOf({ ...view, k: clamp(view.k * factor, MIN_SCALE, MAX_SCALE) }, this.#size));
  }

  /** Moves and zooms so that all nodes are in sight. */
  fit(nodes: readonly PictureNode[], isInstant = false): void {
    this.resize();
    if (nodes.length === 0 || this.#size.width === 0) return;
    this.#cameraBefore = undefined;
    this.#moveTo(cameraOf(fittedView(nodes, this.#size), this.#size), isInstant);
  }

  /** Changes the view as little as possible so that all these nodes are in sight. */
  reveal(nodes: readonly PictureNode[]): void {
    const view = this.#view;
    const revealing = revealingView(nodes, view, this.#size);
    if (revealing.k === view.k && revealing.x === view.x && revealing.y === view.y) return;
    this.#cameraBefore ??= this.camera;
    this.#moveTo(cameraOf(revealing, this.#size));
  }

  /** Goes back to where the camera was before `reveal`, unless something else has moved it since. */
  restore(): void {
    if (this.#cameraBefore) this.#moveTo(this.#cameraBefore);
    this.#cameraBefore = undefined;
  }

  destroy(): void {
    cancelAnimationFrame(this.#animation);
    select(this.#canvas).on('.zoom', null);
  }

  get #view(): View {
    return viewOf(this.camera, this.#size);
  }

  #moveByUser(): void {
    cancelAnimationFrame(this.#animation);
    this.isFollowing = false;
    this.#cameraBefore = undefined;
  }

  #moveTo(to: Camera, isInstant = prefersReducedMotion()): void {
    cancelAnimationFrame(this.#animation);
    if (isInstant) {
      this.#set(to);
      return;
    }
    const from = this.camera;
    const start = performance.now();
    const step = (now: number): void => {
      const share = clamp((now - start) / DURATION, 0, 1);
      const eased = 1 - (1 - share) ** 3;
      const between = (one: number, other: number): number => one + (other - one) * eased;
      this.#set({ k: between(from.k, to.k), x: between(from.x, to.x), y: between(from.y, to.y) });
      if (share < 1) this.#animation = requestAnimationFrame(step);
    };
    this.#animation = requestAnimationFrame(step);
  }

  #set({ k, x, y }: Camera): void {
    this.#zoom.transform(select(this.#canvas), zoomIdentity.translate(x, y).scale(k));
  }
}
