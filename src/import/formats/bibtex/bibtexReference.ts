import { tidy } from '../../../graph/names.ts';
import { withoutLinkCommands } from '../../../graph/model/withoutLinkCommands.ts';
import { latexFault } from '../../../graph/text/latexFault.ts';
import { abstractLatex, titleLatex } from '../../../graph/text/latexText.ts';
import { hasFormula, texText } from '../../../graph/text/texText.ts';
import { splitKeywords, type Reference } from '../references/referenceRecord.ts';
import { bibtexNames } from './bibtexNames.ts';
import type { BibtexEntry } from './entryScanner.ts';

/** The paper type for each type of entry. Types that are not listed here become OTHER. */
const paperTypes = new Map(
  Object.entries({
    article: 'ARTICLE',
    book: 'BOOK',
    booklet: 'BOOK',
    collection: 'BOOK',
    conference: 'CONFERENCE_PAPER',
    dataset: 'DATASET',
    inbook: 'BOOK_CHAPTER',
    incollection: 'BOOK_CHAPTER',
    inproceedings: 'CONFERENCE_PAPER',
    inreference: 'BOOK_CHAPTER',
    manual: 'REPORT',
    mastersthesis: 'DISSERTATION',
    mvbook: 'BOOK',
    mvcollection: 'BOOK',
    phdthesis: 'DISSERTATION',
    proceedings: 'BOOK',
    report: 'REPORT',
    software: 'SOFTWARE',
    suppbook: 'BOOK_CHAPTER',
    techreport: 'REPORT',
    thesis: 'DISSERTATION',
    unpublished: 'PREPRINT',
  }),
);

/** Fields that name the place of publication, best first. */
const venueFields = [
  ...['journal', 'journaltitle', 'booktitle', 'school', 'institution', 'publisher'],
  ...['howpublished', 'organization', 'eventtitle', 'series'],
];

/** Translates an entry. The fields of BibTeX and BibLaTeX are read, whatever the type of the entry. */
export const bibtexReference = ({ type, key, fields }: BibtexEntry): Reference => {
  const text = (name: string): string | undefined => plain(fields.get(name));
  const addresses = ['url', 'howpublished', 'note', 'ee', 'bdsk-url-1'].flatMap((name) =>
    addressesIn(fields.get(name) ?? ''),
  );
  const venue = venueFields.map(text).find((each) => each !== undefined && !/^https?:/i.test(each));
  const arxiv = arxivId(fields);
  const isEdited = type !== 'proceedings' && !fields.has('author');
  const names = bibtexNames(fields.get('author') ?? (isEdited ? fields.get('editor') : '') ?? '');
  return {
    doi: verbatim(fields.get('doi')),
    arxiv,
    addresses,
    citationKeys: [key],
    mentions: [venue, text('note'), text('volume'), text('number')],
    title: titleOf(text('title'), text('subtitle')),
    titleLatex: latexOf(titleOf(fields.get('title'), fields.get('subtitle')), titleLatex),
    abstract: text('abstract'),
    abstractLatex: latexOf(fields.get('abstract'), abstractLatex),
    paperType: paperTypeOf(type, venue, arxiv),
    venueName: venue,
    dates: datesOf(text('date'), text('year'), text('month'), text('day')),
    authors: names.map((name) => ({ name })),
    notes: [text('note')].filter((note) => note !== undefined),
    keywords: ['keywords', 'keyword'].flatMap((name) => splitKeywords(text(name) ?? '')),
  };
};

const plain = (tex: string | undefined): string | undefined => {
  const text = tex === undefined ? '' : texText(tex).trim();
  return text === '' ? undefined : text;
};

/**
 * The LaTeX of a field that has formulas, unchanged from the file. If the field has unusual commands, only its formulas
 * are taken unchanged.
 */
const latexOf = (tex = '', otherwise: (tex: string) => string | null): string | undefined => {
  if (!hasFormula(tex)) return undefined;
  return latexFault(tex) === undefined ? tidy(tex) : (otherwise(tex) ?? undefined);
};

/** Removes TeX escapes from an identifier or URL. These values should not be TeX, but some programs escape them. */
const verbatim = (value = ''): string | undefined =>
  withoutLinkCommands(value)
    .replace(/\\([_&%#$~{}])/g, '$1')
    .replace(/[{}\n]/g, '')
    .trim() || undefined;

const addressesIn = (value: string): string[] => verbatim(value)?.match(/https?:\/\/[^\s"<>\\]+/gi) ?? [];

const titleOf = (title: string | undefined, subtitle: string | undefined): string | undefined =>
  title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : (title ?? subtitle);

/**
 * The arXiv id of an entry. The field eprint may have an id of any archive: it is an arXiv id if the entry names arXiv,
 * or if it has the form of one.
 */
const arxivId = (fields: BibtexEntry['fields']): string | undefined => {
  const archive = fields.get('archiveprefix') ?? fields.get('eprinttype') ?? '';
  const eprint = verbatim(fields.get('eprint')) ?? verbatim(fields.get('arxivid'));
  const isArxiv = /arxiv/i.test(archive) || /^(?:arxiv:\s*)?\d{4}\.\d{4,5}(?:v\d+)?$/i.test(eprint ?? '');
  return isArxiv ? eprint : undefined;
};

const paperTypeOf = (
  type: string,
  venue: string | undefined,
  arxiv: string | undefined,
): string | undefined => {
  if (/^arxiv\b|^corr$/i.test(venue ?? '')) return 'PREPRINT';
  if (type === 'misc' || type === 'online') return arxiv === undefined ? undefined : 'PREPRINT';
  return paperTypes.get(type) ?? 'OTHER';
};

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = new RegExp(`\\b(${monthNames.join('|')})`, 'i');

/**
 * The possible dates of an entry. BibLaTeX has a field `date`. BibTeX has a year, a month as a name or a number, and a
 * day that is in the same field as the month or in a field of its own.
 */
const datesOf = (date: string | undefined, year: string | undefined, month = '', day = ''): string[] => {
  const name = monthName.exec(month)?.[1]?.toLowerCase();
  const number = name === undefined ? /^\d{1,2}$/.exec(month)?.[0] : monthNames.indexOf(name) + 1;
  const dayNumber = /^\d{1,2}$/.exec(day) ?? (name === undefined ? null : /\b\d{1,2}\b/.exec(month));
  const full =
    year !== undefined && number !== undefined && dayNumber ? `${year}-${number}-${dayNumber[0]}` : undefined;
  return [date, full, year].filter((text) => text !== undefined);
};
