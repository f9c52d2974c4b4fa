import { SaxesParser } from 'saxes';
import { SvgPen } from '../../../src/web/widget/drawing/svgPen.ts';

/** The elements of an XML document, each with its attributes and text. Throws if it is not well-formed. */
const elements = (xml: string): { name: string; attributes: Record<string, string>; text: string }[] => {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes, text: '' }));
  parser.on('text', (text) => (found.at(-1)!.text += text));
  parser.write(xml).close();
  return found;
};

describe('SvgPen', () => {
  const measure = { font: '', measureText: () => ({ width: 7 }) };

  it('draws lines, circles and rounded rectangles as paths', () => {
    const pen = new SvgPen(measure);
    pen.strokeStyle = 'rgb(1, 2, 3)';
    pen.lineWidth = 2.005;
    pen.globalAlpha = 0.5;
    pen.beginPath();
    pen.moveTo(1, 2);
    pen.lineTo(3.333, 4);
    pen.stroke();
    pen.beginPath();
    pen.fillStyle = 'red';
    pen.arc(10, 20, 5);
    pen.fill();
    const [svg, ground, line, circle] = elements(pen.document(100, 50, 'white'));
    expect(svg?.attributes).toMatchObject({ width: '100', height: '50' });
    expect(ground?.attributes['fill']).toBe('white');
    expect(line?.attributes).toMatchObject({
      d: 'M1 2L3.33 4',
      stroke: 'rgb(1, 2, 3)',
      opacity: '0.5',
      fill: 'none',
    });
    expect(circle?.attributes).toMatchObject({ d: 'M15 20A5 5 0 0 1 5 20A5 5 0 0 1 15 20Z', fill: 'red' });
  });

  it('writes texts so that no name can break the document', () => {
    const pen = new SvgPen(measure);
    pen.font = '400 12px "Segoe UI", sans-serif';
    pen.fillText('<b> & "c"', 1, 2);
    expect(pen.measureText('x').width).toBe(7);
    const text = elements(pen.document(9, 9, '#fff')).at(-1);
    expect(text).toMatchObject({ name: 'text', text: '<b> & "c"' });
    expect(text?.attributes['style']).toBe('font:400 12px "Segoe UI", sans-serif');
  });
});
