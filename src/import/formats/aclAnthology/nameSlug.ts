import unidecode from 'unidecode';

/**
 * The name as the Anthology writes it in addresses: transliterated to ASCII, in lower case, with hyphens. The Anthology
 * recognizes a person by this form. These are the steps of python-slugify, which the Anthology uses.
 */
export const nameSlug = (name: string): string =>
  ascii(name.replace(/[ʼ’]|'+/g, '-').normalize('NFKD'))
    .toLowerCase()
    .replace(/'+/g, '')
    .replace(/(?<=\d),(?=\d)/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const ascii = (text: string): string => (/^[\0-\x7f]*$/.test(text) ? text : unidecode(text));
