export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The side length of a grid cell in CSS pixels. */
const CELL = 64;
/** Boxes that are at most so far apart, in CSS pixels, have a cell in common. */
const MARGIN = 3;

/** A spatial index: items by the grid cells that their boxes touch. */
export class Grid<Item> {
  readonly #cells = new Map<number, Item[]>();

  add(box: Box, item: Item): void {
    for (const cell of cellsOf(box)) {
      const items = this.#cells.get(cell);
      if (items) items.push(item);
      else this.#cells.set(cell, [item]);
    }
  }

  any(box: Box, test: (item: Item) => boolean): boolean {
    for (const cell of cellsOf(box)) if (this.#cells.get(cell)?.some(test)) return true;
    return false;
  }

  /** The number of items near a box that pass a test. */
  count(box: Box, test: (item: Item) => boolean): number {
    return new Set(cellsOf(box).flatMap((cell) => this.#cells.get(cell)?.filter(test) ?? [])).size;
  }
}

const cellsOf = ({ left, top, right, bottom }: Box): number[] => {
  const cells: number[] = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1)
    for (let row = Math.floor((top - MARGIN) / CELL); row <= Math.floor((bottom + MARGIN) / CELL); row += 1)
      cells.push(column * 65_536 + row);
  return cells;
};
