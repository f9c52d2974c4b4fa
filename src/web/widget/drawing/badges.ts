import type { PicturedNode } from '../picture.ts';
import type { Box } from './placeLabels.ts';
import { isLit, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';
import { widthOf } from './textWidth.ts';

/** "+37" at the upper right of a node that has more outside. Lengths in pixels of the screen. */
export interface Badge {
  node: PicturedNode;
  text: string;
  /** Its middle. */
  x: number;
  y: number;
  width: number;
}

const HEIGHT = 15;

/** The badges that there is room for, those of the most important nodes first. */
export const placedBadges = (context: CanvasRenderingContext2D, scene: Scene): Badge[] => {
  const { badges, ranked, camera, palette, lit } = scene;
  const placed: Badge[] = [];
  if (badges.size === 0) return placed;
  for (const node of ranked) {
    const text = badges.get(node);
    if (text === undefined || !isLit(node, lit)) continue;
    const width = widthOf(context, text, fontOf(palette.font)) + 10;
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

/** Draws the badges. Gives the room they take. */
export const drawBadges = (context: CanvasRenderingContext2D, scene: Scene): Box[] => {
  const { palette } = scene;
  const placed = placedBadges(context, scene);
  context.font = fontOf(palette.font);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 1.5;
  for (const { node, text, x, y, width } of placed) {
    context.fillStyle = palette.background;
    context.strokeStyle = palette.kinds[node.entity.kind];
    context.beginPath();
    context.roundRect(x - width / 2, y - HEIGHT / 2, width, HEIGHT, HEIGHT / 2);
    context.fill();
    context.stroke();
    context.fillStyle = palette.text;
    context.fillText(text, x, y + 0.5);
  }
  return placed.map(({ x, y, width }) => ({
    left: x - width / 2,
    right: x + width / 2,
    top: y - HEIGHT / 2,
    bottom: y + HEIGHT / 2,
  }));
};

/** The node whose badge is at a place of the screen. */
export const badgeAt = (badges: readonly Badge[], x: number, y: number): PicturedNode | undefined =>
  badges.find((badge) => Math.abs(x - badge.x) <= badge.width / 2 && Math.abs(y - badge.y) <= HEIGHT / 2)
    ?.node;

const fontOf = (family: string): string => `600 10px ${family}`;
