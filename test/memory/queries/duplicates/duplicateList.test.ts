import fc from 'fast-check';
import type { PairFacts } from '../../../../src/graph/identity/pairEvidence.ts';
import { nameRelations } from '../../../../src/graph/identity/nameRelation.ts';
import { runToEnd } from '../../../../src/memory/algorithms/steps.ts';
import { DuplicateList, type Duplicate } from '../../../../src/memory/queries/duplicates/duplicateList.ts';
import { duplicatesPage } from '../../../../src/memory/queries/duplicates/duplicatesPage.ts';

/** The nodes of authors. */
const range = { start: 5, end: 13 };
const author = fc.integer({ min: range.start, max: range.end - 1 });

const factsOf = (number: number): PairFacts => ({
  names: nameRelations[number % nameRelations.length]!,
  familyNamePeople: number,
  commonWordPeople: 2,
  expectedNamesakes: number / 3,
  sharedCollaborators: 4,
  fewerCollaborators: 5,
  sharedInstitutions: 6,
  sharedTopics: 7,
  sharedVenues: 8,
  yearsApart: 9,
  fewerPapers: 10,
  hasConflictingIdentifiers: number % 2 === 1,
  sharesIdentifier: number % 5 === 1,
  isToldApart: number % 3 === 1,
});

const compared = (one: Duplicate, other: Duplicate): number =>
  other.score - one.score || one.left - other.left || one.right - other.right;

/** Pairs in the order of a list. */
const drawnPairs = fc
  .uniqueArray(
    fc
      .record({ one: author, other: author, score: fc.integer({ min: 1, max: 4 }) })
      .filter(({ one, other }) => one !== other),
    { maxLength: 20, selector: ({ one, other }) => [Math.min(one, other), Math.max(one, other)].join(' ') },
  )
  .map((drawn) =>
    drawn
      .map(({ one, other, score }): Duplicate => {
        return {
          left: Math.min(one, other),
          right: Math.max(one, other),
          score,
          facts: factsOf(score + one),
        };
      })
      .sort(compared),
  );

const listOf = (pairs: readonly Duplicate[], nodes = range): DuplicateList =>
  runToEnd(runToEnd(DuplicateList.of(nodes)).replaced(nodes, () => true, pairs));

const pageOf = (...of: Parameters<typeof duplicatesPage>) => runToEnd(duplicatesPage(...of));

const pairsOf = (list: DuplicateList): Duplicate[] =>
  Array.from({ length: list.length }, (_, index) => list.pair(index));

describe('the list of possible duplicates', () => {
  it('replaces the pairs of some authors and stays in order', () => {
    fc.assert(
      fc.property(drawnPairs, drawnPairs, fc.uniqueArray(author), (before, found, authors) => {
        const has = ({ left, right }: Duplicate): boolean =>
          authors.includes(left) || authors.includes(right);
        const added = found.filter(has);
        const list = runToEnd(listOf(before).replaced(range, (node) => authors.includes(node), added));
        const expected = [...before.filter((pair) => !has(pair)), ...added].sort(compared);
        expect(pairsOf(list)).toEqual(expected);
        for (let node = range.start; node < range.end; node += 1) {
          const own = expected.flatMap(({ left, right }, index) =>
            left === node || right === node ? [index] : [],
          );
          expect([...list.indexesOf(node)]).toEqual(own);
        }
        for (const [index, { left, right }] of expected.entries())
          expect(list.indexOf(right, left)).toBe(index);
      }),
    );
  });

  it('drops the pairs of authors who are gone when nodes are renumbered', () => {
    fc.assert(
      fc.property(drawnPairs, fc.uniqueArray(author), (pairs, gone) => {
        const newOf = (node: number) => (gone.includes(node) ? undefined : node + 100);
        const list = runToEnd(listOf(pairs).renumbered({ start: 105, end: 113 }, newOf));
        expect(pairsOf(list)).toEqual(
          pairs
            .filter(({ left, right }) => !gone.includes(left) && !gone.includes(right))
            .map((pair) => ({ ...pair, left: pair.left + 100, right: pair.right + 100 })),
        );
      }),
    );
  });

  it('has pages by score, status and author from both ends', () => {
    fc.assert(
      fc.property(
        drawnPairs,
        fc.array(fc.tuple(author, author)),
        fc.record({
          minScore: fc.integer({ min: 0, max: 5 }),
          status: fc.constantFrom('OPEN' as const, 'DIFFERENT' as const),
          first: fc.nat(5),
          backward: fc.boolean(),
        }),
        fc.option(author, { nil: undefined }),
        fc.option(fc.tuple(fc.integer({ min: -5, max: 0 }), author, author), { nil: undefined }),
        (pairs, different, request, of, after) => {
          const isDifferent = ({ left, right }: Duplicate): boolean =>
            different.some(([one, other]) => Math.min(one, other) === left && Math.max(one, other) === right);
          const all = pairs.filter(
            (pair) =>
              pair.score >= request.minScore &&
              isDifferent(pair) === (request.status === 'DIFFERENT') &&
              (of === undefined || pair.left === of || pair.right === of),
          );
          const place = (pair: Duplicate): number => {
            const [score = 0, left = 0, right = 0] = after ?? [];
            return -pair.score - score || pair.left - left || pair.right - right;
          };
          const sided = all.filter(
            (pair) => after === undefined || (request.backward ? place(pair) < 0 : place(pair) > 0),
          );
          const shown = request.backward
            ? sided.slice(Math.max(0, sided.length - request.first))
            : sided.slice(0, request.first);
          const page = pageOf(
            listOf(pairs),
            { ...request, count: true },
            { author: of, after, different, isShown: undefined },
          );
          expect(page.entries).toEqual(shown);
          expect(page.total).toBe(all.length);
          expect(request.backward ? page.hasPrevious : page.hasNext).toBe(sided.length > shown.length);
        },
      ),
    );
  });

  it('has right pages anywhere among a million pairs', () => {
    const people = { start: 0, end: 2_000 };
    const pairs: Duplicate[] = [];
    for (let left = 0; pairs.length < 1_000_000; left += 1) {
      for (let right = left + 1; right < people.end && pairs.length < 1_000_000; right += 1) {
        pairs.push({ left, right, score: 1_000_000_000 - pairs.length, facts: factsOf(pairs.length) });
      }
    }
    const list = listOf(pairs, people);
    const scope = { author: undefined, after: undefined, different: [], isShown: undefined };
    const request = { minScore: 0, first: 3, count: true };
    const last = pageOf(list, { ...request, backward: true }, scope);
    expect(last.entries).toEqual(pairs.slice(-3));
    expect(last.total).toBe(1_000_000);
    const { score, left, right } = pairs[600_000]!;
    const next = pageOf(list, request, { ...scope, after: [-score, left, right] });
    expect(next.entries).toEqual(pairs.slice(600_001, 600_004));
    const likely = pageOf(list, { ...request, minScore: score }, scope);
    expect(likely.total).toBe(600_001);
    const different = pairs
      .slice(0, 500_000)
      .map((pair) => [pair.right, pair.left] as const)
      .slice(-5_000);
    const declared = pageOf(list, { ...request, status: 'DIFFERENT' }, { ...scope, different });
    expect(declared.entries).toEqual(pairs.slice(495_000, 495_003));
    expect(declared.total).toBe(5_000);
  });
});
