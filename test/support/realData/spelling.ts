/*
 * Ids and names as semantics.md words them, written down a second time: nothing here may come from the product.
 */

/** NFC, trimmed, single-spaced. */
export const singleSpaced = (text: string): string =>
  text
    .normalize('NFC')
    .split(/\s/)
    .filter((word) => word !== '')
    .join(' ');

/** "Printable ASCII; anything else, and `%`, is percent-encoded NFC UTF-8". */
export const idOf = (kind: 'author' | 'paper' | 'topic', scheme: string, key: string): string => {
  const encoded = [...Buffer.from(key.normalize('NFC'))].map((byte) =>
    byte > 0x20 && byte < 0x7f && byte !== 0x25
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `${kind}:${scheme}:${encoded.join('')}`;
};

const doiPrefixes = [
  'https://doi.org/',
  'http://doi.org/',
  'https://dx.doi.org/',
  'http://dx.doi.org/',
  'doi:',
];

/** "DOIs lose resolver and `doi:`, are lower-cased, and match `10.\d{4,9}/.+`"; undefined where one does not. */
export const bareDoi = (written: string): string | undefined => {
  const lower = written.trim().toLowerCase();
  const prefix = doiPrefixes.find((each) => lower.startsWith(each)) ?? '';
  const doi = lower.slice(prefix.length).trim();
  const slash = doi.indexOf('/');
  const registrant = doi.slice(0, slash);
  const isDoi =
    registrant.startsWith('10.') && /^\d{4,9}$/.test(registrant.slice(3)) && doi.length > slash + 1;
  return slash > 0 && isDoi ? doi : undefined;
};
