import fc from 'fast-check';
import {
  duplicatePosition,
  type DuplicateCandidate,
  type DuplicatesPage,
} from '../../src/graph/identity/duplicates.ts';
import { duplicateScore, type PairFacts } from '../../src/graph/identity/pairEvidence.ts';
import {
  comparedName,
  nameRelation,
  nameRelations,
  type ComparedName,
} from '../../src/graph/identity/nameRelation.ts';
import { labelOf } from '../../src/graph/model/entities.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { PaperRecord, RecordAuthor } from '../../src/import/importRecord.ts';
import { orcid, otherOrcid, paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const people: RecordAuthor[] = [
  { name: 'Ada Lovelace' },
  { name: 'Ada K. Lovelace', affiliations: [{ name: 'Institute' }] },
  { name: 'Ada Lovelase', ids: { s2: '1' } },
  { name: 'Charles Babbage', affiliations: [{ name: 'Institute' }] },
  { name: 'Babbage Charles', ids: { s2: '2' } },
  { name: 'Mary Somerville' },
  { name: 'Mary Greig', ids: { s2: '3' } },
  { name: 'Bea', affiliations: [{ name: 'Institute' }] },
];
const topics = ['logic', 'graphs'].map((name) => ({ name, level: 'KEYWORD' }));

const drawn = fc.array(
  fc.record({
    authors: fc.subarray(people, { minLength: 1, maxLength: 3 }),
    year: fc.constantFrom(1990, 2000, 2001),
    venueName: fc.constantFrom('Annals', 'Acta'),
    topics: fc.subarray(topics),
  }),
  { minLength: 2, maxLength: 8 },
);
type DrawnPaper = typeof drawn extends fc.Arbitrary<(infer Each)[]> ? Each : never;

const idOf = ({ name, ids }: RecordAuthor): string =>
  ids?.s2 === undefined ? `author:drawn-name:${encodeURIComponent(name)}` : `author:s2:${ids.s2}`;

const common = (left: Iterable<string>, right: Iterable<string>): number => {
  const others = new Set(right);
  return [...new Set(left)].filter((each) => others.has(each)).length;
};

/** Whether names are compared although nobody knows both: by the same words, family name and first letter, or beginning. */
const meet = (left: ComparedName, right: ComparedName): boolean => {
  const keys = ({ given, family }: ComparedName): string[] =>
    [family, ...given.slice(1)].filter((word) => word.length > 1).map((word) => `${word} ${given[0]?.[0]}`);
  return (
    left.sorted === right.sorted ||
    left.letters.slice(0, 6) === right.letters.slice(0, 6) ||
    common(keys(left), keys(right)) > 0
  );
};

/** Every pair of people without a joint paper whose names have something in common, with its score. */
const pairsByHand = (papers: readonly DrawnPaper[]): Map<string, number> => {
  const present = people.filter((each) => papers.some(({ authors }) => authors.includes(each)));
  const by = (person: RecordAuthor): DrawnPaper[] => papers.filter(({ authors }) => authors.includes(person));
  const collaborators = (person: RecordAuthor): Set<string> =>
    new Set(by(person).flatMap(({ authors }) => authors.filter((each) => each !== person).map(idOf)));
  const names = present.map((each) => comparedName(each.name)!);
  const wordsOf = (index: number): string[] => [...names[index]!.given, names[index]!.family];
  const peopleWith = (test: (index: number) => boolean): number =>
    present.filter((_, index) => test(index)).length;
  const pairs = present.flatMap((left, one) =>
    present.slice(one + 1).flatMap((right, index) => {
      const other = one + 1 + index;
      const relation = nameRelation(names[one]!, names[other]!);
      const isJoint = by(left).some((each) => each.authors.includes(right));
      const isStrong = relation && nameRelations.indexOf(relation) < nameRelations.indexOf('FAMILY_NAME');
      const shared = common(collaborators(left), collaborators(right));
      return relation && !isJoint && ((isStrong && meet(names[one]!, names[other]!)) || shared > 0)
        ? [{ left, right, one, other, relation, shared }]
        : [];
    }),
  );
  return new Map(
    pairs.map(({ left, right, one, other, relation, shared }) => {
      const words = wordsOf(one).filter((word) => word.length > 1 && wordsOf(other).includes(word));
      const frequencies = words.map((word) => peopleWith((index) => wordsOf(index).includes(word)));
      const years = [left, right].map((each) => by(each).map(({ year }) => year));
      const facts: PairFacts = {
        names: relation,
        familyNamePeople: Math.max(
          ...[one, other].map((each) => peopleWith((index) => names[index]!.family === names[each]!.family)),
        ),
        commonWordPeople: words.length > 0 ? Math.min(...frequencies) : 0,
        expectedNamesakes:
          words.length > 0
            ? frequencies.reduce((product, each) => product * (each / present.length), 1) * present.length
            : 0,
        sharedCollaborators: shared,
        fewerCollaborators: Math.min(collaborators(left).size, collaborators(right).size),
        sharedInstitutions: common(
          (left.affiliations ?? []).map((each) => each.name!),
          (right.affiliations ?? []).map((each) => each.name!),
        ),
        sharedTopics: common(
          by(left).flatMap((each) => each.topics.map(({ name }) => name)),
          by(right).flatMap((each) => each.topics.map(({ name }) => name)),
        ),
        sharedVenues: common(
          by(left).map((each) => each.venueName),
          by(right).map((each) => each.venueName),
        ),
        yearsApart: Math.max(
          0,
          Math.min(...years[0]!) - Math.max(...years[1]!),
          Math.min(...years[1]!) - Math.max(...years[0]!),
        ),
        fewerPapers: Math.min(by(left).length, by(right).length),
        hasConflictingIdentifiers: false,
        sharesIdentifier: false,
        isToldApart: false,
      };
      return [[idOf(left), idOf(right)].sort().join(' '), duplicateScore(facts)] as const;
    }),
  );
};

const pairName = ({ node }: { node: DuplicateCandidate }): string =>
  node.entities.map(({ id }) => id).join(' ');

const recordsOf = (papers: readonly DrawnPaper[]): PaperRecord[] =>
  papers.map(({ authors, ...rest }, index) => paper(String(index), authors, rest));

const ADA = 'author:drawn-name:Ada%20Lovelace';

const all = { minScore: 0, first: 100, count: true };

describeStores('possible duplicates', ({ open, draws }) => {
  it('are all pairs worth asking about, with the score that the weights give, the most likely first', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (papers) => {
        const store = await open();
        await importRecords(store, recordsOf(papers));
        const byHand = pairsByHand(papers);
        const { entries, total } = await store.duplicates(undefined, all);
        const expected = [...byHand]
          .filter(([, score]) => score >= 5_000_000)
          .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
        expect(entries.map((entry) => [pairName(entry), entry.node.score])).toEqual(expected);
        expect(total).toBe(expected.length);
        for (const person of people.map(idOf)) {
          const own = await store.duplicates(person, all);
          expect(own.entries.map(pairName)).toEqual(
            expected.map(([name]) => name).filter((name) => name.split(' ').includes(person)),
          );
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);

  /** Four people who may be one, and their collaborator. */
  const alike = async (store: GraphStore): Promise<DuplicatesPage> => {
    await importRecords(
      store,
      ['Ada Lovelace', 'Ada K. Lovelace', 'Ada Lovelase', 'A. Lovelace'].map((name, index) =>
        paper(String(index), [{ name }, { name: 'Bea' }]),
      ),
    );
    return store.duplicates(undefined, all);
  };

  it('can be read in pages from both ends', async () => {
    const store = await open();
    const { entries } = await alike(store);
    expect(entries.length).toBeGreaterThan(3);
    const [first, second, third] = entries;
    const after = duplicatePosition(first!.node);
    const next = await store.duplicates(undefined, { ...all, first: 1, after });
    expect([next.entries.map(pairName), next.hasNext]).toEqual([[pairName(second!)], true]);
    const before = { first: 1, backward: true, after: duplicatePosition(third!.node) };
    expect((await store.duplicates(undefined, { ...all, ...before })).entries.map(pairName)).toEqual([
      pairName(second!),
    ]);
    const likely = await store.duplicates(undefined, { ...all, minScore: second!.node.score });
    expect(likely.entries).toHaveLength(2);
  });

  it('follow an import, and never include two authors of one paper', async () => {
    const store = await open();
    const before = await alike(store);
    const { entities } = before.entries[0]!.node;
    await importRecords(store, [
      paper(
        'joint',
        entities.map((entity) => ({ name: labelOf(entity) })),
      ),
    ]);
    const names = (await store.duplicates(undefined, all)).entries.map(pairName);
    expect(names).not.toContain(pairName(before.entries[0]!));
  });

  it('are never more likely than not with different ORCIDs', async () => {
    const store = await open();
    await importRecords(store, [
      paper('x', [{ name: 'Ada Lovelace', ids: { orcid } }, { name: 'Bea' }, { name: 'Cid' }]),
      paper('y', [{ name: 'Ada Lovelace', ids: { orcid: otherOrcid } }, { name: 'Bea' }, { name: 'Cid' }]),
    ]);
    const { entries } = await store.duplicates(undefined, all);
    expect(entries[0]?.node.score).toBeLessThanOrEqual(500_000_000);
    expect(entries[0]?.node.evidence.map(({ kind }) => kind)).toContain('IDENTIFIERS');
  });

  it.each([
    ['ids of the ACL Anthology', { acl: 'ada-lovelace' }, { acl: 'ada-lovelace-sheffield' }, true],
    [
      'an id that the Anthology made from the name',
      { acl: 'ada' },
      { acl: 'ada-lovelace/unverified' },
      false,
    ],
    ['numbered names of dblp', { dblp: 'Ada Lovelace 0001' }, { dblp: 'Ada Lovelace 0002' }, true],
    ['a name of dblp without a number', { dblp: 'Ada Lovelace' }, { dblp: 'Ada Lovelace 0002' }, false],
    ['ids of different catalogues', { acl: 'ada-lovelace' }, { dblp: 'Ada Lovelace 0002' }, false],
  ])('count curators who tell two apart as evidence: %s', async (_, one, other, isEvidence) => {
    const store = await open();
    await importRecords(store, [
      paper('x', [{ name: 'Ada Lovelace', ids: one }, { name: 'Bea' }]),
      paper('y', [{ name: 'Ada Lovelace', ids: other }, { name: 'Bea' }]),
    ]);
    const { entries } = await store.duplicates(undefined, all);
    const kinds = entries.map(({ node }) => node.evidence.map(({ kind }) => kind));
    expect(kinds.map((each) => each.includes('CURATION'))).toEqual([isEvidence]);
  });

  it('are not open between an author and the person to whom a correction gave papers', async () => {
    const store = await open();
    await importRecords(
      store,
      ['x', 'y'].map((key) => paper(key, [{ name: 'Ada Lovelace' }, { name: 'Bea' }])),
    );
    const draft = { kind: 'SPLIT', entityIds: [ADA], paperIds: ['paper:doi:10.1000/x'], by: 'Cora' } as const;
    const { correction } = await store.correct(draft);
    expect((await store.duplicates(undefined, all)).entries).toEqual([]);
    const declared = await store.duplicates(undefined, { ...all, status: 'DIFFERENT' });
    expect(declared.entries.map(pairName)).toEqual([`author:curated:${correction.id} ${ADA}`]);
  });
});
