import type { PicturedNode } from '../picture.ts';
import { placedLabels, type LabelWish } from './labels.ts';
import { isLit, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';

const SIZE = 12;
const LINE = 15;
/** Letters of a label; of one that is looked at. */
const SHORT = 30;
const LONG = 60;
/** So many are tried in one frame. */
const MOST = 160;

/** Writes as many labels as find room, the most important first, and the badges. */
export const drawLabels = (context: CanvasRenderingContext2D, scene: Scene): void => {
  const { camera, palette, lit, shown } = scene;
  const discs = shown.nodes.map((node) => ({
    x: xOnScreen(node, camera),
    y: yOnScreen(node, camera),
    radius: radiusOnScreen(node, camera),
  }));
  const badges = drawBadges(context, scene);
  const nodes = wanted(scene);
  const texts = nodes.map((node) =>
    cut(node.entity.label, lit?.node === node && node !== scene.active ? LONG : SHORT),
  );
  const wishes = nodes.map((node, index): LabelWish => {
    const isStrong = strong(node, scene);
    return {
      x: xOnScreen(node, camera),
      y: yOnScreen(node, camera),
      radius: radiusOnScreen(node, camera) + (node.distance === 0 || node === scene.active ? 5 : 0),
      width: widthOf(context, texts[index] ?? '', fontOf(palette.font, isStrong)),
      height: LINE,
      covers: isStrong || index < 3,
    };
  });
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.background;
  context.fillStyle = palette.text;
  let font = '';
  for (const { index, left, top } of placedLabels(wishes, [...discs, ...badges], scene)) {
    const node = nodes[index];
    if (!node) continue;
    const needed = fontOf(palette.font, strong(node, scene));
    if (needed !== font) context.font = font = needed;
    context.strokeText(texts[index] ?? '', left, top + LINE / 2);
    context.fillText(texts[index] ?? '', left, top + LINE / 2);
  }
};

/** Whose names to write: of what is looked at and its neighbors, else of all that can be seen. */
const wanted = (scene: Scene): PicturedNode[] => {
  const { lit, active, ranked, camera, width, height } = scene;
  const first = [...new Set([lit?.node, active].filter((node) => node !== undefined))];
  const chosen = [...first];
  for (const node of ranked) {
    if (chosen.length >= MOST) break;
    const [x, y] = [xOnScreen(node, camera), yOnScreen(node, camera)];
    const isSeen = x > 0 && y > 0 && x < width && y < height;
    if (isSeen && isLit(node, lit) && !first.includes(node)) chosen.push(node);
  }
  return chosen;
};

const strong = (node: PicturedNode, { active, lit }: Scene): boolean =>
  node.distance === 0 || node === active || node === lit?.node;

const fontOf = (family: string, isStrong: boolean): string =>
  `${isStrong ? '600 13' : `400 ${SIZE}`}px ${family}`;

const widths = new Map<string, number>();

const widthOf = (context: CanvasRenderingContext2D, text: string, font: string): number => {
  const key = `${font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = font;
    width = context.measureText(text).width;
    if (widths.size > 5000) widths.clear();
    widths.set(key, width);
  }
  return width;
};

const cut = (text: string, most: number): string => {
  const letters = Array.from(text);
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

/** "+37" at the lower right of a node that has more outside. Gives the room they take. */
const drawBadges = (
  context: CanvasRenderingContext2D,
  { badges, camera, palette, lit }: Scene,
): { x: number; y: number; radius: number }[] => {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const taken: { x: number; y: number; radius: number }[] = [];
  for (const [node, text] of badges) {
    if (!isLit(node, lit)) continue;
    const { x, y, width, height } = badgeBox(context, node, text, camera, palette.font);
    context.fillStyle = palette.background;
    context.strokeStyle = palette.kinds[node.entity.kind];
    context.lineWidth = 1.5;
    context.beginPath();
    context.roundRect(x - width / 2, y - height / 2, width, height, height / 2);
    context.fill();
    context.stroke();
    context.fillStyle = palette.text;
    context.fillText(text, x, y + 0.5);
    taken.push({ x, y, radius: width / 2 });
  }
  return taken;
};

/** Where a badge is on the screen: its middle and its size. Sets the context's font. */
export const badgeBox = (
  context: CanvasRenderingContext2D,
  node: PicturedNode,
  text: string,
  camera: Scene['camera'],
  family: string,
): { x: number; y: number; width: number; height: number } => {
  const font = `600 10px ${family}`;
  const width = widthOf(context, text, font) + 10;
  context.font = font;
  const radius = radiusOnScreen(node, camera);
  return {
    x: xOnScreen(node, camera) + 0.75 * radius + width / 2 - 4,
    y: yOnScreen(node, camera) - 0.85 * radius,
    width,
    height: 15,
  };
};
