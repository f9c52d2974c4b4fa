import type { Picture, PicturedNode } from '../picture.ts';
import type { EntityKind } from '../slice.ts';

/** The colors of a picture, as the style sheet has them. */
export interface Palette {
  kinds: Readonly<Record<EntityKind, string>>;
  edge: string;
  text: string;
  background: string;
}

/** Draws a picture on a canvas. */
export class Drawing {
  readonly #canvas: HTMLCanvasElement;
  #picture: Picture | undefined;
  #palette: Palette;
  #frame = 0;

  constructor(canvas: HTMLCanvasElement, palette: Palette) {
    this.#canvas = canvas;
    this.#palette = palette;
  }

  show(picture: Picture, palette = this.#palette): void {
    this.#picture = picture;
    this.#palette = palette;
    this.redraw();
  }

  /** Draws before the screen shows its next frame, however often it is asked for until then. */
  redraw(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  /** The node at a place of the canvas, in CSS pixels. */
  nodeAt(x: number, y: number): PicturedNode | undefined {
    const { width, height } = this.#canvas.getBoundingClientRect();
    return this.#picture?.nodes.find(
      (node) => Math.hypot(node.x - x + width / 2, node.y - y + height / 2) <= node.radius,
    );
  }

  #draw(): void {
    const context = this.#canvas.getContext('2d');
    if (!context || !this.#picture) return;
    const { width, height } = this.#canvas.getBoundingClientRect();
    const ratio = devicePixelRatio;
    [this.#canvas.width, this.#canvas.height] = [width * ratio, height * ratio];
    context.setTransform(ratio, 0, 0, ratio, (width * ratio) / 2, (height * ratio) / 2);
    context.strokeStyle = this.#palette.edge;
    for (const { from, to, strength } of this.#picture.edges) {
      context.lineWidth = 0.5 + 3 * strength;
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
      context.stroke();
    }
    for (const { x, y, radius, entity } of this.#picture.nodes) {
      context.fillStyle = this.#palette.kinds[entity.kind];
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
