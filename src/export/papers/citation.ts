import type { LatexTexts, Paper, PaperType } from '../../graph/model/entities.ts';
import { writeCitationNote } from '../../graph/citationNote.ts';
import { identifiersOf } from '../../graph/model/identifiers.ts';
import { webAddress } from '../../graph/model/webAddress.ts';
import { oneLine } from '../oneLine.ts';
import { citationKey } from './citationKey.ts';
import type { Citation, CslItem, CslType } from './csl.ts';
import { personName } from './personName.ts';

/** A paper with everything that a citation contains. */
export interface CitedPaper {
  paper: Paper;
  /** The names as printed on the paper, in printed order. */
  authorNames: readonly string[];
  /** Whether the stored paper has more authors than `authorNames`. */
  hasMoreAuthors: boolean;
  abstract: string | undefined;
  /** Title and abstract as LaTeX; undefined if they have no formulas. */
  latex?: LatexTexts | undefined;
}

const types: Readonly<Record<PaperType, CslType>> = {
  ARTICLE: 'article-journal',
  BOOK: 'book',
  BOOK_CHAPTER: 'chapter',
  CONFERENCE_PAPER: 'paper-conference',
  DATASET: 'dataset',
  DISSERTATION: 'thesis',
  EDITORIAL: 'article-journal',
  LETTER: 'article-journal',
  OTHER: 'document',
  PREPRINT: 'article', // in CSL, `article` means a preprint; an article in a journal is `article-journal`
  REPORT: 'report',
  REVIEW: 'article-journal',
  SOFTWARE: 'software',
};

export const citation = ({ paper, authorNames, hasMoreAuthors, abstract, latex }: CitedPaper): Citation => {
  const key = citationKey(paper.id);
  const identifiers = identifiersOf(paper.keys);
  const identifier = (scheme: string) => identifiers.find((each) => each.scheme === scheme)?.value;
  const arxiv = identifier('ARXIV');
  const names = authorNames.map(oneLine).filter((name) => name !== '');
  const isCut = hasMoreAuthors || !paper.authorListIsComplete;
  const item: CslItem = {
    id: key,
    'citation-key': key,
    type: paper.paperType === null ? 'document' : types[paper.paperType],
    ...texts({
      title: paper.title,
      'container-title': paper.venueName,
      DOI: identifier('DOI'),
      URL: webAddress(paper.url) ?? identifiers.find(({ url }) => url !== null)?.url,
      archive_location: arxiv,
      abstract,
      note: writeCitationNote({
        isRetracted: paper.isRetracted,
        cutAuthors: isCut ? { listed: names.length, all: paper.authorCount } : null,
      }),
    }),
    ...(names.length > 0 && { author: names.map(personName) }),
    ...(arxiv !== undefined && { archive: 'arXiv' }),
    ...issued(paper),
    custom: { entityId: paper.id },
  };
  return {
    item,
    latex: texts({ title: latex?.titleLatex, abstract: latex?.abstractLatex }),
    hasMoreAuthors: isCut,
  };
};

/** Removes empty fields, and puts each text on one line. */
const texts = <Name extends string>(
  fields: Record<Name, string | null | undefined>,
): Partial<Record<Name, string>> => {
  const entries = Object.entries<string | null | undefined>(fields)
    .map(([name, text]) => [name, oneLine(text ?? '')])
    .filter(([, text]) => text !== '');
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
};

const issued = ({ date, year }: Paper): Pick<CslItem, 'issued'> => {
  if (date !== null) return { issued: { 'date-parts': [date.split('-').map(Number)] } };
  return year === null ? {} : { issued: { 'date-parts': [[year]] } };
};
