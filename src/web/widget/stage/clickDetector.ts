import type { PictureNode } from '../picture.ts';

const DOUBLE_CLICK_MILLISECONDS = 260;

/** Distinguishes single from double clicks, by mouse and touch. A single click is reported after a delay. */
export class ClickDetector {
  readonly #onClick: (node: PictureNode) => void;
  readonly #onDoubleClick: (node: PictureNode) => void;
  #previous: PictureNode | undefined;
  #timer = 0;

  constructor(onClick: (node: PictureNode) => void, onDoubleClick: (node: PictureNode) => void) {
    this.#onClick = onClick;
    this.#onDoubleClick = onDoubleClick;
  }

  click(node: PictureNode | undefined): void {
    const isDouble = node !== undefined && node === this.#previous;
    this.reset();
    if (!node) return;
    if (isDouble) {
      this.#onDoubleClick(node);
      return;
    }
    this.#previous = node;
    this.#timer = window.setTimeout(() => {
      this.#previous = undefined;
      this.#onClick(node);
    }, DOUBLE_CLICK_MILLISECONDS);
  }

  /** Drops a click that was not reported yet. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#previous = undefined;
  }
}
