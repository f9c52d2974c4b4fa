import type { Pen } from './pen.ts';

const widths = new Map<string, number>();

/** Measures a text in CSS pixels, with a cache. May change the font of the pen. */
export const textWidth = (pen: Pen, text: string, font: string): number => {
  const key = `${font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    pen.font = font;
    width = pen.measureText(text).width;
    if (widths.size > 5000) widths.clear();
    widths.set(key, width);
  }
  return width;
};
