import type { PictureEdge } from '../picture.ts';
import { xOnScreen, yOnScreen, type Camera } from './scene.ts';

/** The edge whose line is nearest to a point of the screen. @param tolerance the largest distance, in CSS pixels */
export const edgeAt = (
  edges: readonly PictureEdge[],
  [x, y]: readonly [number, number],
  camera: Camera,
  tolerance: number,
): PictureEdge | undefined => {
  let nearest: PictureEdge | undefined;
  let minDistance = tolerance;
  for (const edge of edges) {
    const [left, top] = [xOnScreen(edge.from, camera), yOnScreen(edge.from, camera)];
    const [right, down] = [xOnScreen(edge.to, camera) - left, yOnScreen(edge.to, camera) - top];
    const length = right * right + down * down || 1;
    const share = Math.min(1, Math.max(0, ((x - left) * right + (y - top) * down) / length));
    const distance = Math.hypot(left + share * right - x, top + share * down - y);
    if (distance <= minDistance) [nearest, minDistance] = [edge, distance];
  }
  return nearest;
};
