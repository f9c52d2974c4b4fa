import { escapeLatex, latexOfText, latexOfTitle } from '../../graph/text/escapeLatex.ts';
import type { Citation, CslName, CslType, PaperFormat } from './csl.ts';

/*
 * BibTeX (http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf) in UTF-8. biber, Zotero and JabRef read UTF-8; bibtex
 * copies it unchanged. All special characters of TeX are escaped, so that no title or name can act as a command. Titles
 * and abstracts with formulas are also stored as LaTeX and are written unchanged.
 */

const name = (each: CslName): string => {
  if ('literal' in each) return `{${escapeLatex(each.literal)}}`;
  const { 'non-dropping-particle': particle, family, suffix, given } = each;
  const last = namePart([particle, family].filter(Boolean).join(' '));
  if (suffix !== undefined)
    return [last, namePart(suffix), given === undefined ? '{}' : namePart(given)].join(', ');
  return given === undefined ? last : `${last}, ${namePart(given)}`;
};

/**
 * Braces protect a comma or "and", which would otherwise end the name. Some programs need {} after an escaped character
 * at the end of a name.
 */
const namePart = (part: string): string =>
  /,|\band\b/i.test(part) ? `{${escapeLatex(part)}}` : escapeLatex(part).replace(/\\[&%$#_]$/, '$&{}');

/**
 * Percent-encodes the characters that would end the field of a URL. They cannot be escaped, because programs that read
 * BibTeX take a URL literally.
 */
const address = (url: string): string =>
  url.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));
const verbatim = (text: string | undefined): string | undefined =>
  text !== undefined && /^[^{}\\%\s]+$/.test(text) ? text : undefined;

interface EntryType {
  type: string;
  /** The name of the BibTeX field for the venue. */
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

const fieldsOf = ({ item, latex, hasMoreAuthors }: Citation): [string, string | undefined][] => {
  const { author, issued } = item;
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  const braced = (text: string | undefined) => text && `{${text}}`;
  const container = item['container-title'];
  return [
    ['author', author && braced([...author.map(name), ...(hasMoreAuthors ? ['others'] : [])].join(' and '))],
    ['title', braced(latex.title ?? (item.title && latexOfTitle(item.title)))],
    [types[item.type].container, braced(container && escapeLatex(container))],
    ['year', braced(year?.toString())],
    // a month is written as a macro such as `jan`, which every bibliography style defines
    ['month', month === undefined ? undefined : months[month - 1]],
    ['day', braced(day?.toString())],
    ['doi', braced(verbatim(item.DOI))],
    ['eprint', braced(verbatim(item.archive_location))],
    ['archiveprefix', braced(item.archive)],
    ['url', braced(item.URL && address(item.URL))],
    ['note', braced(item.note && escapeLatex(item.note))],
    ['abstract', braced(latex.abstract ?? (item.abstract && latexOfText(item.abstract)))],
  ];
};

export const bibtex: PaperFormat = {
  mediaType: 'application/x-bibtex; charset=utf-8',
  extension: 'bib',
  begin: (cut) => (cut === null ? '' : `% ${cut}\n\n`), // BibTeX ignores text outside entries
  separator: '\n',
  entry: (citation) => {
    const { item } = citation;
    const fields = fieldsOf(citation).flatMap(([field, value]) =>
      value === undefined ? [] : [`  ${field} = ${value}`],
    );
    return `@${types[item.type].type}{${[item.id, ...fields].join(',\n')}\n}\n`;
  },
  end: '',
};
