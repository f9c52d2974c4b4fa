import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { COLLABORATION_CAP } from '../../src/graph/collaborationCap.ts';
import { differentPairs } from '../../src/graph/corrections/differentPairs.ts';
import { GraphError } from '../../src/graph/errors.ts';
import type { CorrectionDraft } from '../../src/graph/identity/corrections.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { PaperRecord, RecordAuthor } from '../../src/import/importRecord.ts';
import { openNeo4jStore } from '../../src/neo4j/index.ts';
import { candidatesOf } from '../support/candidatesOf.ts';
import { authorsOf, orcid, otherOrcid, paper } from '../support/identified.ts';
import { describeWithNeo4j, emptyNeo4j } from '../support/neo4j/available.ts';
import { importRecords } from '../support/stores.ts';

/** A store whose candidates are kept up to date, and others on the same data, which compute them anew. */
interface Source {
  store: GraphStore;
  reopened: () => Promise<GraphStore>;
  close: () => Promise<void>;
}

const given = ['Ada', 'Anna', 'Adam', 'Bea', 'B.', 'Carl', 'Carla', 'Dora', 'Emil', 'E.'];
const families = ['Smith', 'Smyth', 'King'];
/** More than 16 have one family name, so that counts of names are rounded. */
const people: RecordAuthor[] = [
  ...given.flatMap((first) => families.map((family) => ({ name: `${first} ${family}` }))),
  ...['F', 'G', 'H', 'I'].map((letter) => ({ name: `${letter}ay Smith` })),
  ...['1', '2', '3'].map((s2) => ({ name: 'Ada Smith', ids: { s2 } })),
  { name: 'Ada Smith', ids: { orcid } },
  { name: 'Ada B. Smith', ids: { orcid: otherOrcid }, affiliations: [{ name: 'Institute' }] },
  { name: 'Smith Ada', ids: { s2: '4', orcid } },
  { name: 'Zoe Quick', ids: { orcid } },
  { name: 'Bea King', ids: { s2: '5', orcid } },
];

const drawnPaper: fc.Arbitrary<PaperRecord> = fc
  .record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    authors: fc.subarray(people, { minLength: 1, maxLength: 12 }),
    year: fc.constantFrom(1990, 2000, 2001),
    venueName: fc.constantFrom('Annals', 'Acta'),
    topics: fc.subarray([{ name: 'logic', level: 'KEYWORD' }]),
    isRemoved: fc.constantFrom(false, false, false, true),
    acl: fc.constantFrom(undefined, undefined, 'P18-1001', 'P18-1002'),
  })
  .map(({ key, authors, acl, ...rest }) => {
    const drawn = paper(key, authors, rest);
    // two entries of one catalogue can have one DOI
    return acl === undefined ? drawn : { ...drawn, ids: { doi: '10.1000/a', acl } };
  });

type Step = (store: GraphStore) => Promise<unknown>;

const correction = fc.record({
  kind: fc.constantFrom('SAME', 'SAME', 'DIFFERENT', 'SPLIT', 'RENAME', 'HIDE'),
  chosen: fc.tuple(fc.nat(40), fc.nat(40)),
  name: fc.constantFrom('Ada Smith', 'Zoe Newname'),
});

const corrected =
  ({ kind, chosen, name }: { kind: string; chosen: readonly number[]; name: string }): Step =>
  async (store) => {
    const { entries } = await store.list('AUTHOR', { first: 100, order: ['id'], count: false });
    const [one, other] = chosen.map((number) => entries[number % entries.length]?.node.id);
    if (one === undefined || other === undefined || one === other) return;
    const isPair = kind === 'SAME' || kind === 'DIFFERENT';
    const paperIds = [];
    for (const key of 'abcdefgh') {
      const id = `paper:doi:10.1000/${key}`;
      if ((await authorsOf(store, id)).includes(one)) paperIds.push(id);
    }
    const draft = {
      kind,
      by: 'Cora',
      entityIds: isPair ? [one, other] : [one],
      ...(kind === 'SPLIT' && { paperIds: paperIds.slice(0, 1) }),
      ...(kind === 'RENAME' && { name }),
    } as CorrectionDraft;
    await store.correct(draft).catch((error: unknown) => expect(error).toBeInstanceOf(GraphError));
  };

const undone: Step = async (store) => {
  const latest = (await store.corrections()).find(({ undoneAt }) => undoneAt === undefined);
  if (latest) await store.undoCorrection(latest.id, 'Ulla');
};

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.array(drawnPaper, { minLength: 1, maxLength: 2 }).map(
        (records): Step =>
          (store) =>
            importRecords(store, records),
      ),
    },
    { weight: 2, arbitrary: correction.map(corrected) },
    { weight: 1, arbitrary: fc.constant(undone) },
  ),
  { minLength: 1, maxLength: 8 },
);

/** What no list of candidates may have, whatever the pairs are. */
const expectRules = async (store: GraphStore): Promise<void> => {
  const open = await candidatesOf(store);
  const joint = new Set<string>();
  for (const key of 'abcdefgh') {
    const authors = await authorsOf(store, `paper:doi:10.1000/${key}`);
    for (const one of authors) for (const other of authors) joint.add(`${one} ${other}`);
  }
  const entities = await store.entities(open.flatMap(({ ids }) => ids));
  const different = differentPairs(await store.corrections());
  const declared = await store.entities(different.flat());
  const apart = new Set(
    different.map((pair) =>
      pair
        .map((id) => declared.get(id)?.id)
        .sort()
        .join(' '),
    ),
  );
  for (const { ids, score } of open) {
    expect(joint).not.toContain(ids.join(' '));
    expect(apart).not.toContain([...ids].sort().join(' '));
    const orcids = ids.map((id) => entities.get(id)?.keys.find((key) => key.startsWith('author:orcid:')));
    if (orcids[0] && orcids[1] && orcids[0] !== orcids[1]) expect(score).toBeLessThanOrEqual(500_000_000);
  }
};

const expectCurrent = async ({ store, reopened }: Source): Promise<void> => {
  const other = await reopened();
  for (const kind of ['AUTHOR', 'PAPER'] as const)
    for (const status of ['OPEN', 'DIFFERENT'] as const)
      expect(await candidatesOf(store, { kind, status })).toEqual(
        await candidatesOf(other, { kind, status }),
      );
  await other.close();
};

const describeUpdates = (open: () => Promise<Source>, draws: number): void => {
  it('are those of a new computation after every import, correction and undo', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawnPaper, { maxLength: 8 }), steps, async (records, drawn) => {
        const source = await open();
        try {
          await importRecords(source.store, records);
          await candidatesOf(source.store);
          for (const step of drawn) {
            await step(source.store);
            await expectCurrent(source);
            await expectRules(source.store);
          }
        } finally {
          await source.close();
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);
};

const embedded = async (): Promise<Source> => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-duplicate-updates-'));
  const store = await openEmbeddedStore({ directory });
  return {
    store,
    reopened: () => openEmbeddedStore({ directory }),
    close: async () => {
      await store.close();
      rmSync(directory, { recursive: true });
    },
  };
};

describe('possible duplicates after changes, embedded store', () => {
  describeUpdates(embedded, 40);

  const smiths = (first: number, last: number): PaperRecord[] =>
    Array.from({ length: last - first }, (_, index) =>
      paper(`smith-${first + index}`, [{ name: `J${letters(first + index, 1)} Smith` }]),
    );

  it('follow a group of names that becomes too large, and one that becomes small enough', async () => {
    const source = await embedded();
    await importRecords(source.store, smiths(0, 200));
    expect((await candidatesOf(source.store)).length).toBeGreaterThan(1_000);
    await importRecords(source.store, smiths(200, 201));
    await expectCurrent(source);
    expect((await candidatesOf(source.store)).length).toBeLessThan(1_000);
    await importRecords(
      source.store,
      smiths(200, 201).map((each) => ({ ...each, isRemoved: true })),
    );
    await expectCurrent(source);
    await source.close();
  });

  it('are those before a change until many are computed, without pairs that now have a joint paper', async () => {
    const source = await embedded();
    const { store } = source;
    await importRecords(store, hubPapers(0, 1_000));
    const before = await candidatesOf(store);
    const [first] = before;
    const names = first!.ids.map((id) => decodeURIComponent(id.split(':')[2] ?? ''));
    const joint = paper(
      'joint',
      names.map((name) => ({ name })),
    );
    // the person between all has more than 1,000 collaborators now, through whom no pairs are found
    await importRecords(store, [...hubPapers(1_000, 1_001), joint]);
    const carried = await store.duplicates(undefined, { minScore: 0, first: 100, count: false });
    expect(carried.entries.map(({ node }) => node.entities.map(({ id }) => id))).toEqual(
      before.slice(1, 101).map(({ ids }) => ids),
    );
    const other = await source.reopened();
    const current = await candidatesOf(other);
    await other.close();
    while ((await candidatesOf(store)).length !== current.length);
    expect(await candidatesOf(store)).toEqual(current);
    await source.close();
  });
});

/** The digits of a number from 0 to 999 as letters. */
const letters = (number: number, times: number): string =>
  String(number)
    .padStart(3, '0')
    .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!.repeat(times));

/** Papers that one person has written with one other person each; a hundred family names are those of ten people each. */
const hubPapers = (first: number, last: number): PaperRecord[] =>
  Array.from({ length: last - first }, (_, index) => {
    const number = first + index;
    const name = `G${letters(number, 4)} ${letters(number % 100, 4)}`;
    return paper(`hub-${number}`, [{ name: 'Hub' }, { name }], { venueName: 'Annals' });
  });

describeWithNeo4j('possible duplicates after changes, Neo4j store', (server) => {
  describeUpdates(async () => {
    await emptyNeo4j(server);
    const reopened = (): Promise<GraphStore> =>
      openNeo4jStore({ ...server, collaborationCap: COLLABORATION_CAP, waitForMemoryGraph: true });
    const store = await reopened();
    await store.statistics(); // creates the constraints
    return { store, reopened, close: () => store.close() };
  }, 6);
});
