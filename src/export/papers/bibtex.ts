import { texOfMath } from '../../graph/text/texOfMath.ts';
import type { CslItem, CslName, CslType, PaperFormat } from './csl.ts';

/*
 * BibTeX (http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf) in UTF-8, which biber, Zotero and JabRef read and
 * bibtex passes through. All special characters of TeX are escaped, so that no title or name is a command. Braces
 * become commands, because BibTeX counts even escaped braces, and an unbalanced one would break the rest of the file.
 */

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

const escaped = (text: string): string =>
  text.replace(/[\\{}~^<>|&%$#_]/g, (character) => escapes[character] ?? character);

/** Escaped, with mathematical characters as math, because LaTeX does not print most of them in text. */
const escapedWithMath = (text: string): string => texOfMath(escaped(text));

/** TeX joins two hyphens or quotes into one character; an empty group keeps them separate. */
const withoutLigatures = (text: string): string => text.replace(/(?<=-)-|(?<=')'|(?<=[`?!])`/g, '{}$&');

/** Braces keep the capitals of words like BERT, because bibliography styles lower the case of titles. */
const title = (text: string): string =>
  text.replace(/[^\s-]+/g, (word) =>
    /[\p{L}\p{N}]\P{Lu}*\p{Lu}/u.test(word) ? `{${escapedWithMath(word)}}` : escapedWithMath(word),
  );

const name = (each: CslName): string => {
  if ('literal' in each) return `{${escaped(each.literal)}}`;
  const { 'non-dropping-particle': particle, family, suffix, given } = each;
  const last = namePart([particle, family].filter(Boolean).join(' '));
  if (suffix !== undefined)
    return [last, namePart(suffix), given === undefined ? '{}' : namePart(given)].join(', ');
  return given === undefined ? last : `${last}, ${namePart(given)}`;
};

/** Braces protect a comma or "and", which would end the part; some readers need {} after a command. */
const namePart = (part: string): string =>
  /,|\band\b/i.test(part) ? `{${escaped(part)}}` : escaped(part).replace(/\\[&%$#_]$/, '$&{}');

/**
 * Percent-encodes characters that would end the field of an address: programs that read BibTeX take it literally, so
 * that nothing in it can be escaped.
 */
const address = (url: string): string =>
  url.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));
const verbatim = (text: string | undefined): string | undefined =>
  text !== undefined && /^[^{}\\%\s]+$/.test(text) ? text : undefined;

interface EntryType {
  type: string;
  /** The field for the venue. */
  container: 'journal' | 'booktitle' | 'howpublished' | 'school' | 'institution' | 'publisher';
}
const types: Readonly<Record<CslType, EntryType>> = {
  article: { type: 'misc', container: 'howpublished' },
  'article-journal': { type: 'article', container: 'journal' },
  book: { type: 'book', container: 'publisher' },
  chapter: { type: 'incollection', container: 'booktitle' },
  dataset: { type: 'misc', container: 'howpublished' },
  document: { type: 'misc', container: 'howpublished' },
  'paper-conference': { type: 'inproceedings', container: 'booktitle' },
  report: { type: 'techreport', container: 'institution' },
  software: { type: 'misc', container: 'howpublished' },
  thesis: { type: 'phdthesis', container: 'school' },
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const fieldsOf = (item: CslItem, hasMoreAuthors: boolean): [string, string | undefined][] => {
  const { author, issued } = item;
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  const plain = (text: string | undefined) => text && `{${text}}`;
  const braced = (text: string | undefined) => plain(text && withoutLigatures(text));
  const container = item['container-title'];
  return [
    ['author', author && braced([...author.map(name), ...(hasMoreAuthors ? ['others'] : [])].join(' and '))],
    ['title', braced(item.title && title(item.title))],
    [types[item.type].container, braced(container && escaped(container))],
    ['year', plain(year?.toString())],
    ['month', month === undefined ? undefined : months[month - 1]], // every style defines these macros
    ['day', plain(day?.toString())],
    ['doi', plain(verbatim(item.DOI))],
    ['eprint', plain(verbatim(item.archive_location))],
    ['archiveprefix', plain(item.archive)],
    ['url', plain(item.URL && address(item.URL))],
    ['note', braced(item.note && escaped(item.note))],
    ['abstract', braced(item.abstract && escapedWithMath(item.abstract))],
  ];
};

export const bibtex: PaperFormat = {
  mediaType: 'application/x-bibtex; charset=utf-8',
  extension: 'bib',
  begin: (cut) => (cut === null ? '' : `% ${cut}\n\n`), // text outside entries is a comment
  separator: '\n',
  entry: ({ item, hasMoreAuthors }) => {
    const fields = fieldsOf(item, hasMoreAuthors).flatMap(([field, value]) =>
      value === undefined ? [] : [`  ${field} = ${value}`],
    );
    return `@${types[item.type].type}{${[item.id, ...fields].join(',\n')}\n}\n`;
  },
  end: '',
};
