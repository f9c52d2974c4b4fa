import type { Pen } from './pen.ts';
import type { Box } from './grid.ts';
import { xOnScreen, type Scene } from './scene.ts';

/** The height in CSS pixels of the labels of columns, at the bottom of the picture. */
const LABEL_HEIGHT = 20;
/** The minimum distance between two labels in CSS pixels. Labels that are closer to the previous label are left out. */
const LABEL_DISTANCE = 46;

/** Draws the lines of the columns, and as many of their labels as fit. */
export const drawColumns = (pen: Pen, { columns, camera, palette, height }: Scene): void => {
  let labelEnd = -Infinity;
  pen.lineWidth = 1;
  pen.strokeStyle = palette.edge;
  pen.fillStyle = palette.text;
  pen.font = `400 11px ${palette.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const { x: position, label } of columns) {
    const x = xOnScreen({ x: position }, camera);
    pen.globalAlpha = 0.3;
    pen.beginPath();
    pen.moveTo(x, 0);
    pen.lineTo(x, height - LABEL_HEIGHT);
    pen.stroke();
    if (x < labelEnd) continue;
    labelEnd = x + LABEL_DISTANCE;
    pen.globalAlpha = 0.75;
    pen.fillText(label, x, height - LABEL_HEIGHT / 2);
  }
  pen.globalAlpha = 1;
};

/** The space of the labels of the columns, which no other label may cover. */
export const columnLabelBoxes = ({ columns, width, height }: Scene): Box[] =>
  columns.length === 0 ? [] : [{ left: 0, right: width, top: height - LABEL_HEIGHT, bottom: height }];
