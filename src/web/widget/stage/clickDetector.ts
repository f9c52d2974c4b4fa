import type { PicturedNode } from '../picture.ts';

/** Two clicks in so many milliseconds are one double click. */
const DOUBLE = 260;

/** Tells single clicks from double ones, by mouse and by touch. A single one is known when no other followed. */
export class Clicks {
  readonly #single: (node: PicturedNode) => void;
  readonly #double: (node: PicturedNode) => void;
  #last: PicturedNode | undefined;
  #timer = 0;

  constructor(single: (node: PicturedNode) => void, double: (node: PicturedNode) => void) {
    this.#single = single;
    this.#double = double;
  }

  click(node: PicturedNode | undefined): void {
    const isDouble = node !== undefined && node === this.#last;
    this.forget();
    if (!node) return;
    if (isDouble) {
      this.#double(node);
      return;
    }
    this.#last = node;
    this.#timer = window.setTimeout(() => {
      this.#last = undefined;
      this.#single(node);
    }, DOUBLE);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#last = undefined;
  }
}
