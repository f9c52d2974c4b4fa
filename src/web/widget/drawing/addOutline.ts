import type { EntityKind } from '../slice.ts';
import type { Pen } from './pen.ts';

/**
 * Adds the shape of a kind to a path. Kinds differ in shape and color, so that color vision is not needed. The factors
 * make shapes of the same radius look equally large.
 */
export const addOutline = (path: Pen, kind: EntityKind, x: number, y: number, radius: number): void => {
  if (kind === 'PAPER') {
    const half = 0.84 * radius;
    path.roundRect(x - half, y - half, 2 * half, 2 * half, 0.3 * radius);
  } else if (kind === 'TOPIC') addPolygon(path, x, y, 1.2 * radius, 4);
  else if (kind === 'INSTITUTION') addPolygon(path, x, y, 1.08 * radius, 6);
  else {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  }
};

const addPolygon = (path: Pen, x: number, y: number, radius: number, count: number): void => {
  for (let corner = 0; corner < count; corner += 1) {
    const angle = -Math.PI / 2 + (2 * Math.PI * corner) / count;
    const [left, top] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    if (corner === 0) path.moveTo(left, top);
    else path.lineTo(left, top);
  }
  path.closePath();
};
