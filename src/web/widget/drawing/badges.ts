import type { Pen } from './pen.ts';
import type { PictureNode } from '../picture.ts';
import type { Box } from './placeLabels.ts';
import { isHighlighted, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';
import { textWidth } from './textWidth.ts';

/**
 * A text such as "+37" at the upper right of a node with 37 omitted neighbors. Lengths are in CSS pixels of the screen.
 */
export interface Badge {
  node: PictureNode;
  text: string;
  /** The position of the center of the badge. */
  x: number;
  y: number;
  width: number;
}

const HEIGHT = 15;

/** Places as many badges as fit without overlap, those of the most important nodes first. */
export const placeBadges = (pen: Pen, scene: Scene): Badge[] => {
  const { badges, nodesByImportance, camera, palette, highlight } = scene;
  const placed: Badge[] = [];
  if (badges.size === 0) return placed;
  for (const node of nodesByImportance) {
    const text = badges.get(node);
    if (text === undefined || !isHighlighted(node, highlight)) continue;
    const width = textWidth(pen, text, fontOf(palette.font)) + 10;
    const radius = radiusOnScreen(node, camera);
    const x = xOnScreen(node, camera) + 0.75 * radius + width / 2 - 4;
    const y = yOnScreen(node, camera) - 0.85 * radius;
    const isFree = placed.every(
      (other) => Math.abs(x - other.x) > (width + other.width) / 2 || Math.abs(y - other.y) > HEIGHT,
    );
    if (isFree) placed.push({ node, text, x, y, width });
  }
  return placed;
};

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
  return placed.map(({ x, y, width }) => ({
    left: x - width / 2,
    right: x + width / 2,
    top: y - HEIGHT / 2,
    bottom: y + HEIGHT / 2,
  }));
};

/** The node whose badge covers a point of the screen. */
export const badgeAt = (badges: readonly Badge[], x: number, y: number): PictureNode | undefined =>
  badges.find((badge) => Math.abs(x - badge.x) <= badge.width / 2 && Math.abs(y - badge.y) <= HEIGHT / 2)
    ?.node;

const fontOf = (family: string): string => `600 10px ${family}`;
