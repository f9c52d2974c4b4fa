import { draw } from '../drawing/draw.ts';
import type { Scene } from '../drawing/scene.ts';

/** Draws scenes on a canvas, at most once a frame and in the resolution of the screen. */
export class CanvasRenderer {
  readonly #canvas: HTMLCanvasElement;
  readonly #createScene: () => Scene;
  /** null if the browser provides no drawing context, for example because too many canvases are open. */
  readonly context: CanvasRenderingContext2D | null;
  #frame = 0;

  constructor(canvas: HTMLCanvasElement, createScene: () => Scene) {
    this.#canvas = canvas;
    this.#createScene = createScene;
    this.context = canvas.getContext('2d');
  }

  /** Draws the scene before the next frame. Several calls before that frame cause only one drawing. */
  redraw(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.draw();
    });
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
  }

  /** Draws the scene at once. */
  draw(): void {
    const { context } = this;
    const { clientWidth, clientHeight } = this.#canvas;
    if (!context || clientWidth === 0 || clientHeight === 0) return;
    const width = Math.round(clientWidth * devicePixelRatio);
    const height = Math.round(clientHeight * devicePixelRatio);
    if (this.#canvas.width !== width || this.#canvas.height !== height)
      [this.#canvas.width, this.#canvas.height] = [width, height];
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    const scene = this.#createScene();
    context.clearRect(0, 0, scene.width, scene.height);
    draw(context, scene);
  }
}
