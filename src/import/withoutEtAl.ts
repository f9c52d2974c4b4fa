import { plainText } from '../graph/text/plainText.ts';
import type { ImportRecord, RecordAuthor } from './importRecord.ts';

/**
 * Matches the name of an "author" that is not a person, but stands for all further authors, for example "et al." or
 * "and 12 others".
 */
const etAl =
  /^[[(*]?(?:(?:(?:and|with|&)\s+)?(?:\d+\s+)?others|and\s+\d+\s+more|et\.?\s+al(?:ii|ia|\s?\.)?|&\s*al\.?|et\s+coll?\.?|u\.\s?a\.|y\s+otros|и\s+др\.?|等|他|ほか|…|\.{3})[\])*]?$/i;
/** Matches "et al." and similar words at the end of the name of the last listed author, as in "J. Smith et al." */
export const lastEtAl = /(?:,|\s)\s*[[(]?(?:et\.?\s+al\.?|&\s*al\.?|и\s+др\.?|等|ほか)[\])]?$/i;

/**
 * Removes authors that are no people but stand for all further authors, for example "et al.". The list of authors is
 * then not complete.
 */
export const withoutEtAl = (record: ImportRecord): ImportRecord => {
  if (!('authors' in record) || !record.authors?.some(isCut)) return record;
  const authors = record.authors
    .filter((author) => !isEtAl(author))
    .map((author) => ({
      ...author,
      name: isCut(author) ? nameOf(author).replace(lastEtAl, '') : author.name,
    }));
  const { authors: _, ...rest } = record;
  // if no author is left, the record is treated as one that does not state its authors
  return { ...rest, ...(authors.length > 0 && { authors, authorListIsComplete: false }) };
};

const nameOf = ({ name }: RecordAuthor): string => (name.includes('<') ? plainText(name) : name.trim());
const isEtAl = (author: RecordAuthor): boolean => author.ids === undefined && etAl.test(nameOf(author));
const isCut = (author: RecordAuthor): boolean => isEtAl(author) || lastEtAl.test(nameOf(author));
