import type { PicturedNode } from '../picture.ts';
import { drawBadges } from './badges.ts';
import { placedLabels, type LabelWish } from './placeLabels.ts';
import { isLit, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';
import { widthOf } from './textWidth.ts';

const SIZE = 12;
const LINE = 15;
/** Letters of a label; of one that is looked at. */
const SHORT = 30;
const LONG = 60;
/** One label for so many nodes may cover others, so that there is something to read in any crowd. */
const CROWD = 25;
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
      covers: isStrong || index < shown.nodes.length / CROWD,
    };
  });
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.background;
  context.fillStyle = palette.text;
  let font = '';
  for (const { index, left, top } of placedLabels(wishes, discs, scene, badges)) {
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

const cut = (text: string, most: number): string => {
  const letters = Array.from(text);
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};
