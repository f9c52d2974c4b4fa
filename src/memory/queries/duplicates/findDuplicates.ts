import { duplicateScore, type PairFacts } from '../../../graph/identity/pairEvidence.ts';
import { toUnits } from '../../../graph/units.ts';
import { degree, nodesOf, targetsOf, type Adjacency } from '../../algorithms/adjacency.ts';
import { UNKNOWN_YEAR } from '../../algorithms/paperColumns.ts';
import { sortInSteps } from '../../algorithms/sortInSteps.ts';
import type { Steps } from '../../algorithms/steps.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import type { Duplicate } from './duplicateList.ts';
import { leftOf, possiblePairs, rightOf, type PairSource } from './possiblePairs.ts';

/** Pairs whose probability to be one person is less than 0.005 are left out. Scores are in units of 10⁻⁹. */
const LEAST_SCORE = toUnits(0.005);
/** How many pairs are processed between two pauses in which requests are served. */
const PAIRS_PER_STEP = 200;

/** The counts of PairFacts for two authors whose names do not match in any way, so that there are no common words. */
const noCommonWords = { familyNamePeople: 0, commonWordPeople: 0, expectedNamesakes: 0 };

/** The pairs of authors that may be one person, the most likely first, then by id. */
export function* findDuplicates(source: PairSource): Steps<Duplicate[]> {
  const { graph, names, claimed } = source;
  const found = yield* possiblePairs(source);
  const pairs = yield* sortInSteps(new Float64Array(found), (a, b) => a - b);
  const { start } = graph.ranges.AUTHOR;
  const duplicates: Duplicate[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (index % PAIRS_PER_STEP === 0) yield;
    if (pair === pairs[index - 1]) continue;
    const [left, right] = [leftOf(pair) + start, rightOf(pair) + start];
    const match = names.match(leftOf(pair), rightOf(pair));
    const sharesIdentifier = claimed.has(pair);
    if ((!match && !sharesIdentifier) || haveJointPaper(graph, left, right)) continue;
    const facts: PairFacts = {
      ...graphFacts(graph, left, right),
      ...(match ? names.counts.frequencies(match.left, match.right) : noCommonWords),
      names: match?.relation ?? 'UNRELATED',
      ...names.conflicts(leftOf(pair), rightOf(pair)),
      sharesIdentifier,
    };
    const score = duplicateScore(facts);
    if (score >= LEAST_SCORE) duplicates.push({ left, right, score, facts });
  }
  names.forget();
  return yield* sorted(duplicates);
}

function* sorted(duplicates: readonly Duplicate[]): Steps<Duplicate[]> {
  const duplicate = (index: number): Duplicate => duplicates[index] as Duplicate;
  const order = yield* sortInSteps(
    nodesOf({ start: 0, end: duplicates.length }),
    (a, b) => duplicate(b).score - duplicate(a).score || a - b, // equal scores: by left author, then by right author
  );
  return Array.from(order, duplicate);
}

export const haveJointPaper = ({ rows }: MemoryGraph, left: number, right: number): boolean =>
  sharedCount(rows.authorPapers, left, right) > 0;

/** The facts about two authors that follow from the graph, not from their names. */
const graphFacts = (graph: MemoryGraph, left: number, right: number) => {
  const { rows } = graph;
  const [one, other] = [yearsOf(graph, left), yearsOf(graph, right)];
  const isDated = one.first <= one.last && other.first <= other.last;
  return {
    sharedCollaborators: sharedCount(rows.collaborators, left, right),
    fewerCollaborators: Math.min(degree(rows.collaborators, left), degree(rows.collaborators, right)),
    sharedInstitutions: sharedCount(rows.authorInstitutions, left, right),
    sharedTopics: sharedCount(rows.authorTopics, left, right),
    sharedVenues: sharedVenues(graph, left, right),
    yearsApart: isDated ? Math.max(0, one.first - other.last, other.first - one.last) : 0,
    fewerPapers: Math.min(degree(rows.authorPapers, left), degree(rows.authorPapers, right)),
  };
};

const sharedCount = (rows: Adjacency, left: number, right: number): number => {
  const [few, many] = degree(rows, left) < degree(rows, right) ? [left, right] : [right, left];
  if (degree(rows, few) === 0) return 0;
  const targets = new Set(targetsOf(rows, few));
  return targetsOf(rows, many).reduce((count, target) => count + (targets.has(target) ? 1 : 0), 0);
};

const sharedVenues = ({ rows, words }: MemoryGraph, left: number, right: number): number => {
  const venuesOf = (author: number): Set<string> =>
    new Set(
      Array.from(targetsOf(rows.authorPapers, author)).flatMap(
        (paper) => words.PAPER['venueName']?.word(paper) ?? [],
      ),
    );
  const venues = venuesOf(right);
  return [...venuesOf(left)].filter((venue) => venues.has(venue)).length;
};

/** The first and the last year of an author's papers. If no year is known, `first` is greater than `last`. */
const yearsOf = ({ rows, columns }: MemoryGraph, author: number): { first: number; last: number } => {
  const years = Array.from(
    targetsOf(rows.authorPapers, author),
    (paper) => columns.years[paper - columns.start] ?? UNKNOWN_YEAR,
  ).filter((year) => year !== UNKNOWN_YEAR);
  return { first: Math.min(...years), last: Math.max(...years) };
};
