import type { Pen } from './pen.ts';

type TextMeasure = Pick<Pen, 'font' | 'measureText'>;

/** Draws into an SVG document. All shapes of the drawing are paths, circles, rectangles and texts. */
export class SvgPen implements Pen {
  fillStyle = '';
  strokeStyle = '';
  font = '';
  globalAlpha = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  lineWidth = 1;
  textAlign = 'left';
  textBaseline = 'alphabetic';
  readonly #elements: string[] = [];
  readonly #measure: TextMeasure;
  #path = '';

  /** @param measure a canvas context, because only a browser can measure texts */
  constructor(measure: TextMeasure) {
    this.#measure = measure;
  }

  beginPath(): void {
    this.#path = '';
  }

  moveTo(x: number, y: number): void {
    this.#path += `M${round(x)} ${round(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.#path += `L${round(x)} ${round(y)}`;
  }

  closePath(): void {
    this.#path += 'Z';
  }

  /** A whole circle: the drawing has no other arcs. */
  arc(x: number, y: number, radius: number): void {
    const half = (sign: number): string =>
      `A${round(radius)} ${round(radius)} 0 0 1 ${round(x + sign * radius)} ${round(y)}`;
    this.#path += `M${round(x + radius)} ${round(y)}${half(-1)}${half(1)}Z`;
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const corner = (right: number, down: number): string =>
      `a${round(radius)} ${round(radius)} 0 0 1 ${round(right * radius)} ${round(down * radius)}`;
    this.#path +=
      `M${round(x + radius)} ${round(y)}h${round(width - 2 * radius)}${corner(1, 1)}` +
      `v${round(height - 2 * radius)}${corner(-1, 1)}h${round(2 * radius - width)}${corner(-1, -1)}` +
      `v${round(2 * radius - height)}${corner(1, -1)}Z`;
  }

  fill(): void {
    this.#add(`<path d="${this.#path}"${this.#paint('fill')}/>`);
  }

  stroke(): void {
    this.#add(`<path d="${this.#path}"${this.#paint('stroke')}/>`);
  }

  fillText(text: string, x: number, y: number): void {
    this.#text(text, x, y, 'fill');
  }

  strokeText(text: string, x: number, y: number): void {
    this.#text(text, x, y, 'stroke');
  }

  measureText(text: string): { readonly width: number } {
    this.#measure.font = this.font;
    return this.#measure.measureText(text);
  }

  /** Returns the SVG document. @param background a CSS color */
  document(width: number, height: number, background: string): string {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<rect width="100%" height="100%" fill="${escape(background)}"/>${this.#elements.join('')}</svg>`
    );
  }

  #add(element: string): void {
    this.#elements.push(element);
  }

  #text(text: string, x: number, y: number, paint: 'fill' | 'stroke'): void {
    const anchor = this.textAlign === 'center' ? ' text-anchor="middle"' : '';
    const baseline = this.textBaseline === 'middle' ? ' dominant-baseline="central"' : '';
    const style = ` style="font:${escape(this.font)}"`;
    this.#add(
      `<text x="${round(x)}" y="${round(y)}"${anchor}${baseline}${style}${this.#paint(paint)}>${escape(text)}</text>`,
    );
  }

  #paint(paint: 'fill' | 'stroke'): string {
    const opacity = this.globalAlpha < 1 ? ` opacity="${round(this.globalAlpha)}"` : '';
    if (paint === 'fill') return ` fill="${escape(this.fillStyle)}"${opacity}`;
    return (
      ` fill="none" stroke="${escape(this.strokeStyle)}" stroke-width="${round(this.lineWidth)}"` +
      ` stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"${opacity}`
    );
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
