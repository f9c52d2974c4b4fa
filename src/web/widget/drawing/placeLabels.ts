/** A label that wants a place beside its node. All lengths in pixels of the screen. */
export interface LabelWish {
  /** Middle and size of the node. */
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
  /** Where there is no better place it may cover other nodes, though never another label. */
  covers: boolean;
}

/** Where a label goes: its upper left corner. */
export interface LabelPlace {
  /** The wish's place in the list. */
  index: number;
  left: number;
  top: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Disc {
  x: number;
  y: number;
  radius: number;
}

/** Between a label and its node, and between two labels. */
const GAP = 3;
/** The side of a field of the grid that things are looked up in. */
const FIELD = 64;

/**
 * Places for labels so that no two overlap, the first wishes first; what finds no place has none. A label goes below
 * its node, else above, to the right or to the left, inside the picture and off other nodes.
 *
 * @param nodes all that is drawn
 * @param blocked where no label may go
 */
export const placedLabels = (
  wishes: readonly LabelWish[],
  nodes: readonly Disc[],
  size: { width: number; height: number },
  blocked: readonly Box[] = [],
): LabelPlace[] => {
  const taken = new Grid<Box>();
  for (const box of blocked) taken.add(box, box);
  const discs = new Grid<Disc>();
  for (const disc of nodes) discs.add(around(disc), disc);
  const places: LabelPlace[] = [];
  for (const [index, wish] of wishes.entries()) {
    const possible = candidates(wish).filter(
      (box) => isInside(box, size) && !taken.any(box, (other) => overlap(box, other)),
    );
    const isOff = (box: Box): boolean => !discs.any(box, (disc) => !isOf(wish, disc) && covers(box, disc));
    const free = possible.find(isOff) ?? (wish.covers ? possible[0] : undefined);
    if (!free) continue;
    taken.add(free, free);
    places.push({ index, left: free.left, top: free.top });
  }
  return places;
};

const candidates = ({ x, y, radius, width, height }: LabelWish): Box[] => {
  const box = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  return [
    box(x - width / 2, y + radius + GAP),
    box(x - width / 2, y - radius - GAP - height),
    box(x + radius + GAP, y - height / 2),
    box(x - radius - GAP - width, y - height / 2),
  ];
};

const around = ({ x, y, radius }: Disc): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

const isInside = ({ left, top, right, bottom }: Box, size: { width: number; height: number }): boolean =>
  left >= 0 && top >= 0 && right <= size.width && bottom <= size.height;

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right + GAP &&
  other.left < one.right + GAP &&
  one.top < other.bottom &&
  other.top < one.bottom;

const covers = (box: Box, { x, y, radius }: Disc): boolean => {
  const across = x - Math.min(Math.max(x, box.left), box.right);
  const down = y - Math.min(Math.max(y, box.top), box.bottom);
  return across * across + down * down < radius * radius;
};

const isOf = (wish: LabelWish, disc: Disc): boolean => wish.x === disc.x && wish.y === disc.y;

/** Things by the fields of a grid that they touch. */
class Grid<Item> {
  readonly #fields = new Map<number, Item[]>();

  add(box: Box, item: Item): void {
    for (const field of fieldsOf(box)) {
      const items = this.#fields.get(field);
      if (items) items.push(item);
      else this.#fields.set(field, [item]);
    }
  }

  any(box: Box, test: (item: Item) => boolean): boolean {
    for (const field of fieldsOf(box)) if (this.#fields.get(field)?.some(test)) return true;
    return false;
  }
}

const fieldsOf = ({ left, top, right, bottom }: Box): number[] => {
  const fields: number[] = [];
  for (let column = Math.floor(left / FIELD); column <= Math.floor(right / FIELD); column += 1)
    for (let row = Math.floor((top - GAP) / FIELD); row <= Math.floor((bottom + GAP) / FIELD); row += 1)
      fields.push(column * 65_536 + row);
  return fields;
};
