import { draw } from './drawing/draw.ts';
import type { Scene } from './drawing/scene.ts';
import { SvgPen } from './drawing/svgPen.ts';

export type PictureFormat = 'png' | 'svg';

/**
 * The width of a PNG file in pixels is this many times the width of the canvas in CSS pixels, so that a print is sharp.
 */
const PNG_SCALE = 3;

/** Creates the file of a scene: what the canvas shows, on the background color of the element. */
export const exportPicture = async (scene: Scene, format: PictureFormat): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [scene.width * PNG_SCALE, scene.height * PNG_SCALE];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser provides no drawing context. Close other pages and try again.');
  const { background } = scene.palette;
  if (format === 'svg') {
    const pen = new SvgPen(context);
    draw(pen, scene);
    return new Blob([pen.document(scene.width, scene.height, background)], { type: 'image/svg+xml' });
  }
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(PNG_SCALE, PNG_SCALE);
  draw(context, scene);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) =>
        blob ? resolve(blob) : reject(new Error('The picture is too large for a PNG file. Save it as SVG.')),
      'image/png',
    ),
  );
};
