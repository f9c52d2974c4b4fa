import type { ImportRecord } from '../../src/import/importRecord.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import {
  authorsOf,
  entityOf,
  orcid,
  otherOrcid,
  paper,
  storeOfBatches,
  type Batch,
} from '../support/identified.ts';

describeStores('records of one entity', ({ open }) => {
  const withRecords = (...batches: Batch[]): Promise<GraphStore> => storeOfBatches(open, ...batches);

  it('merges two stored authors into the smaller id when a record shows them to be one', async () => {
    const store = await withRecords({
      source: 'a',
      records: [
        paper('x', [{ name: 'Ada Lovelace', ids: { openalex: 'A5' } }]),
        paper('y', [
          { name: 'A. Lovelace', ids: { orcid } },
          { name: 'Charles', ids: { openalex: 'A6' } },
        ]),
        paper('z', [{ name: 'Ada Lovelace', ids: { openalex: 'A5', orcid } }]),
      ],
    });
    const merged = await entityOf(store, `author:orcid:${orcid}`);
    expect(merged?.id).toBe('author:openalex:A5');
    expect(merged?.paperCount).toBe(3);
    expect(await authorsOf(store, 'paper:doi:10.1000/y')).toEqual([
      'author:openalex:A5',
      'author:openalex:A6',
    ]);
    expect((await store.statistics()).collaborationCount).toBe(1);
  });

  it('merges across imports as it does within one', async () => {
    const store = await withRecords(
      { source: 'a', records: [paper('x', [{ name: 'Ada', ids: { openalex: 'A5' } }])] },
      { source: 'a', records: [paper('y', [{ name: 'A. Lovelace', ids: { orcid } }, { name: 'Charles' }])] },
      { source: 'a', records: [paper('z', [{ name: 'Ada Lovelace', ids: { openalex: 'A5', orcid } }])] },
    );
    expect((await entityOf(store, `author:orcid:${orcid}`))?.id).toBe('author:openalex:A5');
    expect(await authorsOf(store, 'paper:doi:10.1000/y')).toEqual([
      'author:openalex:A5',
      'author:a-name:Charles',
    ]);
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual(['author:openalex:A5']);
  });

  it('never merges two authors of one paper: the identifier is dropped and reported', async () => {
    const store = await open();
    await importRecords(store, [
      paper('x', [
        { name: 'Ada Berg', ids: { openalex: 'A5' } },
        { name: 'A. Berg', ids: { orcid } },
      ]),
    ]);
    const report = await importRecords(store, [
      paper('z', [{ name: 'Ada Berg', ids: { openalex: 'A5', orcid } }]),
    ]);
    expect(report.dropped.total).toBe(1);
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual([
      'author:openalex:A5',
      `author:orcid:${orcid}`,
    ]);
    expect((await entityOf(store, `author:orcid:${orcid}`))?.id).toBe(`author:orcid:${orcid}`);
  });

  it('keeps two entries of one catalogue apart, and gives what both claim to the smaller id', async () => {
    const claims = (first: string, second: string): ImportRecord[] => [
      paper('x', [{ name: 'Ada', ids: { openalex: first, orcid } }]),
      paper('y', [{ name: 'Ada', ids: { openalex: second, orcid } }]),
    ];
    for (const [first, second] of [
      ['A1', 'A2'],
      ['A2', 'A1'],
    ] as const) {
      const store = await open();
      const report = await importRecords(store, claims(first, second));
      expect((await store.statistics()).authorCount).toBe(2);
      expect(report.dropped.total).toBe(1);
      const owner = await entityOf(store, 'author:openalex:A1');
      expect(owner?.keys).toContain(`author:orcid:${orcid}`);
      expect((await entityOf(store, 'author:openalex:A2'))?.keys).not.toContain(`author:orcid:${orcid}`);
      const again = await importRecords(store, claims(first, second));
      expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
    }
  });

  it('keeps two papers of one catalogue apart though they claim one DOI', async () => {
    const store = await withRecords({
      source: 'acl',
      records: [
        paper('same', [], { ids: { doi: '10.1000/same', acl: 'P18-1002' } }),
        paper('same', [], { ids: { doi: '10.1000/same', acl: 'P18-1001' } }),
      ],
    });
    expect((await store.statistics()).paperCount).toBe(2);
    expect((await entityOf(store, 'paper:acl:P18-1001'))?.keys).toContain('paper:doi:10.1000/same');
  });

  it('merges two stored papers when a record shows them to be one, with what leads to them', async () => {
    const store = await withRecords({
      source: 'a',
      records: [
        paper('a', [{ name: 'Ada' }], { ids: { acl: 'P18-1001' }, topics: [{ name: 'logic' }] }),
        paper('b', [{ name: 'Bea' }], { ids: { arxiv: '1801.00001' } }),
        paper('c', [{ name: 'Cid' }], { references: ['arxiv:1801.00001', 'acl:P18-1001'] }),
        paper('both', [{ name: 'Ada' }], { ids: { arxiv: '1801.00001v2', acl: 'P18-1001' } }),
      ],
    });
    expect((await store.statistics()).paperCount).toBe(2);
    expect((await entityOf(store, 'paper:arxiv:1801.00001'))?.id).toBe('paper:acl:P18-1001');
    const { authorCount, citationLinkCount, topicCount } = await store.statistics();
    expect({ authorCount, citationLinkCount, topicCount }).toEqual({
      authorCount: 2,
      citationLinkCount: 1,
      topicCount: 1,
    });
  });

  it('pairs equally long author lists of two sources by position, surname and initial', async () => {
    const store = await withRecords(
      {
        source: 'acl',
        records: [
          paper('x', [{ name: 'Ada Lovelace' }, { name: 'Charles Babbage' }]),
          paper('y', [{ name: 'Ada Lovelace' }]),
        ],
      },
      {
        source: 'openalex',
        records: [
          paper('x', [
            { name: 'A. Lovelace', ids: { openalex: 'A1', orcid } },
            { name: 'Karl Babbage', ids: { openalex: 'A2' } },
          ]),
        ],
      },
    );
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual([
      'author:acl-name:Ada%20Lovelace',
      'author:openalex:A2',
    ]);
    expect((await entityOf(store, `author:orcid:${orcid}`))?.paperCount).toBe(2);
    // Charles is left without papers.
    expect(await entityOf(store, 'author:acl-name:Charles%20Babbage')).toBeUndefined();
  });

  it('does not pair where someone would get two ids of one scheme', async () => {
    const store = await withRecords(
      { source: 'acl', records: [paper('x', [{ name: 'Ada Lovelace', ids: { orcid: otherOrcid } }])] },
      {
        source: 'openalex',
        records: [paper('x', [{ name: 'Ada Lovelace', ids: { openalex: 'A1', orcid } }])],
      },
    );
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual([`author:orcid:${orcid}`]);
  });

  it('replaces the list where the lengths differ', async () => {
    const store = await withRecords(
      { source: 'acl', records: [paper('x', [{ name: 'Ada Lovelace' }])] },
      {
        source: 'openalex',
        records: [
          paper('x', [
            { name: 'Ada Lovelace', ids: { openalex: 'A1' } },
            { name: 'Bea', ids: { openalex: 'A2' } },
          ]),
        ],
      },
    );
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual([
      'author:openalex:A1',
      'author:openalex:A2',
    ]);
    expect((await store.statistics()).authorCount).toBe(2);
  });
});
