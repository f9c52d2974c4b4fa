import type { Pen } from './pen.ts';
import { isEdge, type PictureNode } from '../picture.ts';
import { drawBadges } from './badges.ts';
import { columnLabelBoxes } from './drawColumns.ts';
import { placeLabels, type LabelRequest } from './placeLabels.ts';
import { isHighlighted, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';
import { textWidth } from './textWidth.ts';
import { NARROW, zoomCorner } from './zoomCorner.ts';

const FONT_SIZE = 12;
const LINE_HEIGHT = 15;
/** The maximum number of letters of a label. The label of the node under the pointer may have LONG_LENGTH letters. */
const SHORT_LENGTH = 30;
/** The maximum number of letters of a label on a narrow canvas. */
const NARROW_LENGTH = 24;
const LONG_LENGTH = 60;
/** The maximum number of labels that are placed in one frame. */
const MAX_LABELS = 160;
/** Draws the badges, and as many labels as fit, those of the most important nodes first. */
export const drawLabels = (pen: Pen, scene: Scene): void => {
  const { camera, palette, highlight, visible } = scene;
  const isNarrow = scene.width <= NARROW;
  const discs = visible.nodes.map((node) => ({
    x: xOnScreen(node, camera),
    y: yOnScreen(node, camera),
    radius: radiusOnScreen(node, camera),
    isDimmed: !isHighlighted(node, highlight),
  }));
  const obstacles = [...drawBadges(pen, scene), ...columnLabelBoxes(scene), zoomCorner(scene.width)];
  const nodes = labeledNodes(scene);
  const texts = nodes.map((node) =>
    truncate(
      node.caption ?? (isNarrow && node.distance === 0 ? shortName(node.entity) : node.entity.label),
      highlight?.item === node && node !== scene.active
        ? LONG_LENGTH
        : isNarrow
          ? NARROW_LENGTH
          : SHORT_LENGTH,
    ),
  );
  const requests = nodes.map((node, index): LabelRequest => {
    const isBold = isEmphasized(node, scene);
    return {
      x: xOnScreen(node, camera),
      y: yOnScreen(node, camera),
      radius: radiusOnScreen(node, camera) + (node.distance === 0 || node === scene.active ? 5 : 0),
      width: textWidth(pen, texts[index] ?? '', labelFont(palette.font, isBold)),
      height: LINE_HEIGHT,
      isImportant: isBold || node.captionSide !== undefined,
      side: node.captionSide,
    };
  });
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = 3.5;
  pen.strokeStyle = palette.background;
  pen.fillStyle = palette.text;
  let currentFont = '';
  for (const { index, left, top } of placeLabels(requests, discs, scene, obstacles)) {
    const node = nodes[index];
    if (!node) continue;
    const font = labelFont(palette.font, isEmphasized(node, scene));
    if (font !== currentFont) pen.font = currentFont = font;
    pen.strokeText(texts[index] ?? '', left, top + LINE_HEIGHT / 2);
    pen.fillText(texts[index] ?? '', left, top + LINE_HEIGHT / 2);
  }
};

/** The highlighted nodes, or all nodes on the screen, in the order in which labels are placed. */
const labeledNodes = (scene: Scene): PictureNode[] => {
  const { highlight, active, nodesByImportance, camera, width, height } = scene;
  const items = [highlight?.item, active].filter((item) => item !== undefined);
  const emphasized = [...new Set(items.flatMap((item) => (isEdge(item) ? [item.from, item.to] : [item])))];
  const nodes = [...emphasized];
  for (const node of nodesByImportance) {
    if (nodes.length >= MAX_LABELS) break;
    const [x, y] = [xOnScreen(node, camera), yOnScreen(node, camera)];
    const isOnScreen = x > 0 && y > 0 && x < width && y < height;
    if (isOnScreen && isHighlighted(node, highlight) && !emphasized.includes(node)) nodes.push(node);
  }
  return nodes;
};

const isEmphasized = (node: PictureNode, { active, highlight }: Scene): boolean =>
  node.distance === 0 || node === active || node === highlight?.item;

const labelFont = (family: string, isBold: boolean): string =>
  `${isBold ? '600 13' : `400 ${FONT_SIZE}`}px ${family}`;

/** For example "C. D. Manning" for "Christopher D. Manning". */
const shortName = ({ kind, label }: PictureNode['entity']): string =>
  kind === 'AUTHOR' ? label.replace(/(\p{Lu})\p{Ll}+ /gu, '$1. ') : label;

const truncate = (text: string, maxLength: number): string => {
  const letters = Array.from(text);
  return letters.length <= maxLength
    ? text
    : `${letters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
};
