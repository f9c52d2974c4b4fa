/**
 * Replaces a key in a text by an ellipsis, also where the key is in Base64, or where some of its characters are
 * percent-encoded, once or several times.
 */
export const withoutKey = (text: string, key: string): string => {
  const pattern = Array.from(key, (character) => `(?:${percentEncoded(character)}|${escaped(character)})`);
  const plain = text.replace(new RegExp(pattern.join(''), 'gu'), '…');
  const encoded = (['base64', 'base64url'] as const).map((name) => Buffer.from(key).toString(name));
  return encoded.reduce((rest, each) => rest.replaceAll(each, '…'), plain);
};

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** A percent sign that is encoded again becomes %25. Hexadecimal digits may be upper or lower case. */
const percentEncoded = (character: string): string =>
  [...Buffer.from(character)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .map((digits) => `%(?:25)*${digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`)
    .join('');
