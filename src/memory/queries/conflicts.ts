import type { ConflictReason, ConflictRules } from '../../graph/reviewers.ts';
import { at, rowEnd, rowStart, targetsOf } from '../algorithms/adjacency.ts';
import type { CountedRows } from '../algorithms/countedRows.ts';
import { UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

/** By rule: the nodes of the authors whom the rule excludes. */
export type Conflicts = Readonly<Record<ConflictReason, ReadonlySet<number>>>;

/** Finds the authors who have a conflict of interest with one of the given authors. */
export const conflictsWith = function* (
  { rows }: MemoryGraph,
  authors: readonly number[],
  { coauthorsWithinYears, sameInstitutionWithinYears, advisorDistance = 0 }: Omit<ConflictRules, 'authorIds'>,
  year: number,
): Steps<Conflicts> {
  const { collaborators, authorInstitutions, institutionAuthors } = rows;
  const coauthors = new Set<number>();
  const colleagues = new Set<number>();
  for (const author of authors) {
    addRecent(coauthors, collaborators, author, year - coauthorsWithinYears);
    const institutions = new Set<number>();
    addRecent(institutions, authorInstitutions, author, year - sameInstitutionWithinYears);
    for (const institution of institutions) {
      addRecent(colleagues, institutionAuthors, institution, year - sameInstitutionWithinYears);
      yield;
    }
  }
  const near = new Set(authors);
  let outermost: Iterable<number> = authors;
  for (let step = 0; step < advisorDistance; step += 1) {
    const next: number[] = [];
    for (const author of outermost) {
      for (const collaborator of targetsOf(collaborators, author)) {
        if (near.has(collaborator)) continue;
        near.add(collaborator);
        next.push(collaborator);
      }
      yield;
    }
    outermost = next;
  }
  for (const author of authors) for (const set of [coauthors, colleagues, near]) set.delete(author);
  return { AUTHOR: new Set(authors), COAUTHOR: coauthors, INSTITUTION: colleagues, DISTANCE: near };
};

/**
 * Adds the neighbors that have a shared paper in `year` or later, and the neighbors whose shared papers all have no
 * known year.
 */
const addRecent = (into: Set<number>, rows: CountedRows, node: number, year: number): void => {
  for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1) {
    const lastYear = at(rows.lastYears, slot);
    if (lastYear === UNKNOWN_YEAR || lastYear >= year) into.add(at(rows.targets, slot));
  }
};
