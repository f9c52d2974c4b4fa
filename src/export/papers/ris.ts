import type { CslName, CslType, PaperFormat } from './csl.ts';

/*
 * RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): a tag, two blanks, a dash, a blank and the value, a line
 * each. Nothing can be escaped, and nothing needs to be: every value is on one line.
 */

const types: Readonly<Record<CslType, string>> = {
  article: 'UNPB', // of which preprints are a part; RIS has no type of their own
  'article-journal': 'JOUR',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  document: 'GEN',
  'paper-conference': 'CPAPER',
  report: 'RPRT',
  software: 'COMP',
  thesis: 'THES',
};

const name = (each: CslName): string => {
  if ('literal' in each) return each.literal;
  const { 'non-dropping-particle': particle, family, given, suffix } = each;
  return [[particle, family].filter(Boolean).join(' '), given, suffix]
    .filter((part) => part !== undefined)
    .join(', ');
};

/** YYYY/MM/DD, its slashes always there. */
const day = ([year = 0, month = 0, date = 0]: readonly number[]): string =>
  `${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}/${String(date).padStart(2, '0')}/`;

export const ris: PaperFormat = {
  mediaType: 'application/x-research-info-systems; charset=utf-8',
  extension: 'ris',
  begin: () => '',
  separator: '',
  entry: ({ item }) => {
    const date = item.issued?.['date-parts'][0] ?? [];
    const lines: [string, string | undefined][] = [
      ['TY', types[item.type]],
      ['ID', item.id],
      ['TI', item.title],
      ...(item.author ?? []).map((author): [string, string] => ['AU', name(author)]),
      ['T2', item['container-title']],
      ['PY', date[0] === undefined ? undefined : String(date[0]).padStart(4, '0')],
      ['DA', date.length === 3 ? day(date) : undefined],
      ['DO', item.DOI],
      ['UR', item.URL],
      ['AB', item.abstract],
      ['N1', item.note],
    ];
    const written = lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`]));
    return `${written.join('')}ER  - \r\n`;
  },
  end: '',
};
