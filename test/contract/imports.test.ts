import fc from 'fast-check';
import type { ImportRecord, PaperRecord } from '../../src/import/importRecord.ts';
import { relationNames, relationRow } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { runImport } from '../../src/import/runImport.ts';
import { drawnPaper, drawnRecords } from '../support/drawnRecords.ts';
import { handGraph } from '../support/byHand.ts';
import { edgesByHand } from '../support/relationsByHand.ts';
import { recordsFormat } from '../support/recordsFormat.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const paper = (doi: string, more: Partial<PaperRecord> = {}): PaperRecord => ({
  ids: { doi: `10.1000/${doi}` },
  title: doi,
  ...more,
});

/** Everything a store says, in a form that can be compared. */
const everything = async (store: GraphStore): Promise<unknown> => {
  const { asOf: _, ...statistics } = await store.statistics();
  const ids: string[] = [];
  for (const kind of ['AUTHOR', 'INSTITUTION', 'PAPER', 'TOPIC'] as const) {
    const page = await store.list(kind, { first: 100, order: ['id'], count: false });
    ids.push(...page.entries.map(({ node }) => node.id));
  }
  const edges: unknown[] = [];
  for (const relation of relationNames) {
    const row = relationRow(relation);
    const order = Object.values(row.orders)[0] ?? [];
    const sources = ids.filter((id) => id.startsWith(`${row.from.toLowerCase()}:`));
    const pages = await store.neighbors(sources, [{ relation, page: { first: 100, order, count: true } }]);
    for (const [id, [page]] of pages) {
      for (const { node, edge } of page?.entries ?? []) {
        const authorship = edge.authorship && {
          nameAsPrinted: edge.authorship.nameAsPrinted,
          isCorresponding: edge.authorship.isCorresponding,
          affiliationsAsPrinted: edge.authorship.affiliationsAsPrinted,
          institutionIds: edge.authorship.institutionIds,
        };
        edges.push([
          relation,
          id,
          node.id,
          edge.paperCount,
          edge.firstYear,
          edge.lastYear,
          edge.strength,
          authorship,
        ]);
      }
    }
  }
  const entities = [...(await store.entities(ids)).values()].map((entity) => ({
    ...entity,
    keys: [...entity.keys].sort(),
  }));
  const abstracts = [...(await store.abstracts(ids.filter((id) => id.startsWith('paper:'))))].sort();
  return { statistics, entities, edges, abstracts };
};

describeStores('imports', ({ open, draws }) => {
  it('in several steps give what one import of everything gives', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), fc.array(drawnPaper(), { maxLength: 3 }), async (records, later) => {
        const stepwise = await open();
        await importRecords(stepwise, records);
        for (const each of later) await importRecords(stepwise, [each]);
        const answers = await everything(stepwise);
        const runToEnd = await open();
        await importRecords(runToEnd, [...records, ...later]);
        expect(await everything(runToEnd)).toEqual(answers);
        const graph = handGraph([...records, ...later]);
        expect((await runToEnd.statistics()).collaborationCount).toBe(
          edgesByHand(graph, 'collaborators').length / 2,
        );
      }),
      { numRuns: draws },
    );
  }, 300_000);

  it('twice change nothing, not even when the data is said to have last changed', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), async (records) => {
        const store = await open();
        await importRecords(store, records);
        const { asOf } = await store.statistics();
        const answers = await everything(store);
        const report = await importRecords(store, records);
        expect(report).toMatchObject({ new: 0, changed: 0 });
        expect(await everything(store)).toEqual(answers);
        expect((await store.statistics()).asOf).toBe(asOf);
      }),
      { numRuns: Math.ceil(draws / 2) },
    );
  }, 300_000);

  it('replace what a paper said, but keep references, topics and abstract that are not mentioned', async () => {
    const store = await open();
    const id = 'paper:doi:10.1000/a';
    await importRecords(store, [
      paper('b'),
      paper('a', {
        venueName: 'Acta',
        abstract: 'Short.',
        topics: [{ name: 'logic' }],
        references: ['doi:10.1000/b'],
      }),
    ]);
    await importRecords(store, [paper('a', { year: 2001 })]);
    expect((await store.entities([id])).get(id)).toMatchObject({ venueName: null, year: 2001 });
    expect((await store.abstracts([id])).get(id)).toBe('Short.');
    expect(await store.statistics()).toMatchObject({ topicCount: 1, citationLinkCount: 1 });
    await importRecords(store, [paper('a', { topics: [], references: [] })]);
    expect(await store.statistics()).toMatchObject({ topicCount: 0, citationLinkCount: 0 });
  });

  it('keep a reference to a paper that is not stored until it arrives', async () => {
    const store = await open();
    await importRecords(store, [
      paper('a', { references: ['doi:10.1000/b', 'doi:10.1000/a', 'acl:P18-1001'] }),
    ]);
    expect((await store.statistics()).citationLinkCount).toBe(0);
    await importRecords(store, [paper('b', { ids: { doi: '10.1000/b', acl: 'P18-1001' } })]);
    expect((await store.statistics()).citationLinkCount).toBe(1);
  });

  it('take citations one by one, before or after the papers', async () => {
    const store = await open();
    const citations: ImportRecord[] = [
      { record: 'citation', from: 's2:1', to: 's2:2' },
      { record: 'citation', from: 's2:2', to: 's2:1' },
      { record: 'citation', from: 's2:1', to: 's2:1' },
    ];
    await importRecords(store, citations);
    await importRecords(store, [paper('a', { ids: { s2: '1' } }), paper('b', { ids: { s2: '2' } })]);
    expect((await store.statistics()).citationLinkCount).toBe(2);
    const again = await importRecords(store, citations);
    expect(again).toMatchObject({ new: 0, unchanged: 3 });
    expect((await store.statistics()).citationLinkCount).toBe(2);
  });

  it('count a person listed twice on a paper once, if an identifier says that it is one person', async () => {
    const store = await open();
    await importRecords(store, [
      paper('a', {
        authors: [
          { name: 'Ada', ids: { openalex: 'A1' }, affiliations: [{ name: 'X' }] },
          { name: 'Bea' },
          { name: 'Ada', ids: { openalex: 'A1' }, affiliations: [{ name: 'Y' }] },
        ],
      }),
    ]);
    expect(await store.statistics()).toMatchObject({
      authorshipCount: 2,
      collaborationCount: 1,
      institutionCount: 2,
    });
    const id = 'paper:doi:10.1000/a';
    expect((await store.entities([id])).get(id)).toMatchObject({ authorCount: 2 });
  });

  it('make no collaborators of a paper with 101 authors, and say so', async () => {
    const store = await open();
    const authors = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `Author ${index}` }));
    await importRecords(store, [
      paper('a', { authors: authors(101) }),
      paper('b', { authors: authors(3), authorCount: 101 }),
    ]);
    expect(await store.statistics()).toMatchObject({
      collaborationCount: 0,
      papersTooLargeForCollaboration: 2,
    });
    await importRecords(store, [paper('b', { authors: authors(3), authorCount: 100 })]);
    expect(await store.statistics()).toMatchObject({
      collaborationCount: 3,
      papersTooLargeForCollaboration: 1,
    });
  });

  it('undo nothing and report the line where a line is no record; strict imports change nothing', async () => {
    const store = await open();
    const broken: ImportRecord[] = [
      paper('a'),
      { record: 'citation', from: 'nonsense', to: 'doi:10.1000/a' },
      paper('b'),
    ];
    await expect(
      runImport({ store, format: recordsFormat(broken), paths: [], strict: true }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await store.statistics()).paperCount).toBe(0);
    const report = await importRecords(store, broken);
    expect(report).toMatchObject({ read: 2, new: 2, skipped: { total: 1, first: [{ line: 2 }] } });
  });

  it('cut names that no store could index, and say so', async () => {
    const store = await open();
    const report = await importRecords(store, [
      paper('a', {
        authors: [{ name: 'Ł'.repeat(3000) }],
        venueName: 'v'.repeat(3000),
        topics: [{ name: '字'.repeat(3000) }],
      }),
    ]);
    expect(report).toMatchObject({ new: 1, dropped: { total: 3 } });
    const [author] = (await store.list('AUTHOR', { first: 1, order: ['folded', 'name', 'id'], count: false }))
      .entries;
    expect(author?.node).toMatchObject({ name: 'Ł'.repeat(1000) });
  });

  it('keep topics of a taxonomy that no paper is about', async () => {
    const store = await open();
    await importRecords(store, [
      { record: 'topic', name: 'Logic', level: 'FIELD', broader: [{ name: 'Mathematics', level: 'DOMAIN' }] },
      paper('a', { topics: [{ name: 'fleeting' }], authors: [{ name: 'Ada' }] }),
    ]);
    await importRecords(store, [paper('a', { topics: [], authors: [] })]);
    expect(await store.statistics()).toMatchObject({ topicCount: 2, authorCount: 0 });
  });

  it('one at a time: a second one is refused while the first is under way', async () => {
    const store = await open();
    const first = await store.beginImport();
    await expect(store.beginImport()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await first.abandon();
    await (await store.beginImport()).finish();
    expect(await store.readiness()).toMatchObject({ ready: true, importUnfinished: false });
  });
});
