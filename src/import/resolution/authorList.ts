import { teamSize } from '../../graph/collaborationCap.ts';
import { namesAreCompatible } from '../../graph/identity/namesAreCompatible.ts';
import type { StoredAuthorship, StoredPaper } from '../../graph/importSession.ts';
import { printedSpellings } from '../../graph/names.ts';
import type { OnProblem } from '../importProblem.ts';
import type { NormalizedPaper } from './normalizedRecord.ts';

type AuthorList = Pick<StoredPaper, 'authorships' | 'authorCount' | 'authorListIsComplete' | 'teamSize'>;

export const authorListOf = (paper: NormalizedPaper, authorships: StoredAuthorship[]): AuthorList => {
  const { authorCount, authorListIsComplete } = paper;
  return {
    authorships,
    authorCount: authorCount ?? (authorListIsComplete ? authorships.length : null),
    authorListIsComplete,
    teamSize: teamSize(authorCount, authorships.length, authorListIsComplete),
  };
};

/**
 * Whether the stored author list is better than that of the record, so that the stored one is kept. That is the case if
 * the record names no authors and the stored paper has some. If the record's list is known to be cut, the stored list
 * is better in two cases: it is longer, and it is complete or from another source; or it names the same people, and it
 * is complete.
 */
export const isWorseList = (
  paper: NormalizedPaper,
  stored: StoredPaper | undefined,
): stored is StoredPaper => {
  if (!stored) return false;
  const isShorter = paper.authors.length < stored.authorships.length;
  if (!paper.statesAuthors) return isShorter;
  if (paper.authorListIsComplete) return false;
  if (isShorter) return stored.authorListIsComplete || stored.source !== paper.source;
  return stored.authorListIsComplete && namesSame(stored, paper);
};

/** Whether the stored list is as long as that of the record, and names every author of the record. */
const namesSame = ({ authorships }: StoredPaper, { authors }: NormalizedPaper): boolean =>
  authors.length > 0 &&
  authors.length === authorships.length &&
  authors.every((author) =>
    authorships.some((each) => namesAreCompatible(printedSpellings(author), printedSpellings(each))),
  );

/** Returns the stored author list, and adds to the report that it was kept. */
export const keptAuthorList = (
  paper: NormalizedPaper,
  stored: StoredPaper,
  onProblem: OnProblem,
): AuthorList => {
  const { authorships, authorCount, authorListIsComplete, teamSize: storedTeamSize } = stored;
  const list = `the ${authorListIsComplete ? 'complete ' : ''}list of ${authorships.length} authors`;
  const { length } = paper.authors;
  const found = paper.statesAuthors ? `new list is cut after ${length}` : 'new record has none';
  onProblem('shorterAuthorList', `${stored.id}: ${list} was kept, the ${found}`);
  return { authorships, authorCount, authorListIsComplete, teamSize: storedTeamSize };
};
