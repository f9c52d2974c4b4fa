import type { ImportRecord, RecordAuthor } from './importRecord.ts';

/** Words that stand in a list of names for all further names. */
const etAl = /^(?:and\s+)?(?:others|et\.?\s+al(?:ii|ia|\.)?)$/i;
/** The same words after the last name. */
const lastEtAl = /(?:,|\s)\s*et\.?\s+al\.?$/i;

/**
 * Removes authors that are no people but stand for all further authors, for example "et al.". The list of authors is
 * then not complete.
 */
export const withoutEtAl = (record: ImportRecord): ImportRecord => {
  if (!('authors' in record) || !record.authors?.some(isCut)) return record;
  const authors = record.authors
    .filter((author) => !isEtAl(author))
    .map((author) => ({ ...author, name: author.name.replace(lastEtAl, '') }));
  const { authors: _, ...rest } = record;
  // without a name, the record says nothing about the authors
  return { ...rest, ...(authors.length > 0 && { authors, authorListIsComplete: false }) };
};

const isEtAl = ({ name, ids }: RecordAuthor): boolean => ids === undefined && etAl.test(name.trim());
const isCut = (author: RecordAuthor): boolean => isEtAl(author) || lastEtAl.test(author.name);
