import { SaxesParser } from 'saxes';

/** An element with all that is in it, in order. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  content: (XmlElement | string)[];
}

/** The root element of an XML text. */
export const parseXml = (xml: string): XmlElement => {
  const parser = new SaxesParser();
  const document: XmlElement = { name: '', attributes: {}, content: [] };
  const open = [document];
  const add = (item: XmlElement | string): void => void open.at(-1)?.content.push(item);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, content: [] };
    add(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return elements(document)[0]!;
};

/** The elements right inside one, of a name where it is given. */
export const elements = (parent: XmlElement, name?: string): XmlElement[] =>
  parent.content.filter(
    (item): item is XmlElement => typeof item !== 'string' && (name === undefined || item.name === name),
  );

/** All text inside an element, markup left out. */
export const textIn = ({ content }: XmlElement): string =>
  content.map((item) => (typeof item === 'string' ? item : textIn(item))).join('');

/** The text of the first element of a name; undefined where there is none. */
export const textOfElement = (parent: XmlElement, name: string): string | undefined => {
  const [first] = elements(parent, name);
  return first && textIn(first);
};
