/*
 * Writes well-formed XML for graph files: elements, attributes and text of any content.
 */

/** Characters that XML 1.0 cannot represent, not even escaped (https://www.w3.org/TR/xml/#charsets). */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;', // XML requires this escape only in the text `]]>`
  '"': '&quot;',
  // an XML parser would replace unescaped tabs and line breaks in attributes by spaces
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Escapes a text for the content of an element or the value of an attribute. */
export const escaped = (text: string): string =>
  text.replace(forbidden, '\uFFFD').replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);

/**
 * @param attributes an attribute whose value is null is left out
 * @param content XML text, already escaped
 */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...content: readonly string[]
): string => {
  const attributeText = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const contentText = content.join('');
  return contentText === ''
    ? `<${name}${attributeText}/>`
    : `<${name}${attributeText}>${contentText}</${name}>`;
};

export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
