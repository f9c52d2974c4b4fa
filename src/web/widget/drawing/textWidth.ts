const widths = new Map<string, number>();

/** Measures a text in CSS pixels, with a cache. May change the font of the context. */
export const textWidth = (context: CanvasRenderingContext2D, text: string, font: string): number => {
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
