import type { Pen } from './pen.ts';
import type { PictureNode } from '../picture.ts';
import { Grid, type Box } from './grid.ts';
import { boundingBox, covers, least, type Disc } from './placeLabels.ts';
import { isHighlighted, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';
import { textWidth } from './textWidth.ts';

/** A text such as "+37" beside a node with 37 omitted neighbors. Lengths are in CSS pixels of the screen. */
export interface Badge {
  node: PictureNode;
  text: string;
  /** The position of the center of the badge. */
  x: number;
  y: number;
  width: number;
}

const HEIGHT = 15;

interface NodeDisc extends Disc {
  node: PictureNode;
}

/**
 * Places as many badges as fit without overlap, those of the most important nodes first. Each takes the first of the
 * places around its node that covers the fewest other nodes.
 */
export const placeBadges = (pen: Pen, scene: Scene): Badge[] => {
  const { badges, nodesByImportance, palette, highlight } = scene;
  const placed: Badge[] = [];
  if (badges.size === 0) return placed;
  const discs = discGrid(scene);
  const coveredNodes = (badge: Badge): number =>
    discs.count(boxOf(badge), (disc) => disc.node !== badge.node && covers(boxOf(badge), disc));
  for (const node of nodesByImportance) {
    const text = badges.get(node);
    if (text === undefined || !isHighlighted(node, highlight)) continue;
    const width = textWidth(pen, text, fontOf(palette.font)) + 10;
    const free = placesAround(discOf(node, scene), width)
      .map(([x, y]): Badge => ({ node, text, x, y, width }))
      .filter((badge) => placed.every((other) => !overlap(badge, other)));
    const best = least(free, coveredNodes);
    if (best) placed.push(best);
  }
  return placed;
};

const discOf = (node: PictureNode, { camera }: Scene): NodeDisc => ({
  node,
  x: xOnScreen(node, camera),
  y: yOnScreen(node, camera),
  radius: radiusOnScreen(node, camera),
});

const discGrid = (scene: Scene): Grid<NodeDisc> => {
  const grid = new Grid<NodeDisc>();
  for (const node of scene.visible.nodes) {
    const disc = discOf(node, scene);
    grid.add(boundingBox(disc), disc);
  }
  return grid;
};

/** The possible centers of a badge: the four corners of its node, then right, left, below and above. */
const placesAround = ({ x, y, radius }: Disc, width: number): [x: number, y: number][] => {
  const aside = 0.75 * radius + width / 2 - 4;
  const beside = radius + width / 2 + 5;
  const over = radius + HEIGHT / 2 + 5;
  return [
    [x + aside, y - 0.85 * radius],
    [x + aside, y + 0.85 * radius],
    [x - aside, y - 0.85 * radius],
    [x - aside, y + 0.85 * radius],
    [x + beside, y],
    [x - beside, y],
    [x, y + over],
    [x, y - over],
  ];
};

const overlap = (one: Badge, other: Badge): boolean =>
  Math.abs(one.x - other.x) <= (one.width + other.width) / 2 && Math.abs(one.y - other.y) <= HEIGHT;

/** Draws the badges and returns their boxes. */
export const drawBadges = (pen: Pen, scene: Scene): Box[] => {
  const { palette, colorOf } = scene;
  const placed = placeBadges(pen, scene);
  pen.font = fontOf(palette.font);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineWidth = 1.5;
  for (const { node, text, x, y, width } of placed) {
    pen.fillStyle = palette.background;
    pen.strokeStyle = colorOf(node);
    pen.beginPath();
    pen.roundRect(x - width / 2, y - HEIGHT / 2, width, HEIGHT, HEIGHT / 2);
    pen.fill();
    pen.stroke();
    pen.fillStyle = palette.text;
    pen.fillText(text, x, y + 0.5);
  }
  return placed.map(boxOf);
};

const boxOf = ({ x, y, width }: Badge): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - HEIGHT / 2,
  bottom: y + HEIGHT / 2,
});

/** The node whose badge covers a point of the screen. */
export const badgeAt = (badges: readonly Badge[], x: number, y: number): PictureNode | undefined =>
  badges.find((badge) => Math.abs(x - badge.x) <= badge.width / 2 && Math.abs(y - badge.y) <= HEIGHT / 2)
    ?.node;

const fontOf = (family: string): string => `600 10px ${family}`;
