const widths = new Map<string, number>();

/** How wide a text is, in pixels of the screen. May set the context's font. */
export const widthOf = (context: CanvasRenderingContext2D, text: string, font: string): number => {
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
