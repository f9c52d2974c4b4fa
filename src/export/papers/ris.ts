import type { CslName, CslType, PaperFormat } from './csl.ts';

/*
 * RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): each line has a tag, two spaces, a hyphen, a space and a
 * value. The format has no escape characters, so a value must be on one line.
 */

const types: Readonly<Record<CslType, string>> = {
  article: 'UNPB', // RIS has no type for preprints
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
  const parts = [[particle, family].filter(Boolean).join(' '), given ?? '', suffix ?? ''];
  return parts.join(', ').replace(/[, ]+$/, '');
};

/** Writes a date in the form that RIS prescribes: YYYY/MM/DD/, with a slash at the end. */
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
    const present = lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`]));
    return `${present.join('')}ER  - \r\n`;
  },
  end: '',
};
