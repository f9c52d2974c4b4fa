import type { ImportRecord, PaperRecord, RecordAuthor } from '../../src/import/record.ts';
import { relationRow } from '../../src/graph/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const orcid = '0000-0002-1825-0097';
const otherOrcid = '0000-0001-5109-3700';

const paper = (doi: string, authors: RecordAuthor[], more: Partial<PaperRecord> = {}): PaperRecord => ({
  ids: { doi: `10.1000/${doi}` },
  title: `Paper ${doi}`,
  authors,
  ...more,
});

/** Who wrote a paper, in printed order, as ids. */
const authorsOf = async (store: GraphStore, id: string): Promise<string[]> => {
  const order = relationRow('paperAuthors').orders['PRINTED'] ?? [];
  const pages = await store.neighbors(
    [id],
    [{ relation: 'paperAuthors', page: { first: 100, order, count: false } }],
  );
  return pages.get(id)?.[0]?.entries.map(({ node }) => node.id) ?? [];
};

/** What an id leads to. */
const entityOf = async (store: GraphStore, id: string) => (await store.entities([id])).get(id);

describeStores('identity', ({ open }) => {
  const withRecords = async (
    ...batches: { source: string; records: ImportRecord[] }[]
  ): Promise<GraphStore> => {
    const store = await open();
    for (const { source, records } of batches) await importRecords(store, records, source);
    return store;
  };

  it('takes the best identifier of the first record for the id, and finds the entity by all of them', async () => {
    const store = await withRecords({
      source: 'a',
      records: [
        paper('x', [{ name: 'Ada', ids: { openalex: 'A1', orcid: `https://orcid.org/${orcid}` } }], {
          ids: { doi: 'https://doi.org/10.1000/X', openalex: 'W7', acl: 'P18-1001' },
        }),
      ],
    });
    for (const id of ['paper:doi:10.1000/x', 'paper:openalex:W7', 'paper:acl:P18-1001']) {
      expect((await entityOf(store, id))?.id).toBe('paper:doi:10.1000/x');
    }
    expect((await entityOf(store, 'author:openalex:A1'))?.id).toBe(`author:orcid:${orcid}`);
  });

  it('keeps an id when a better identifier arrives later', async () => {
    const store = await withRecords({
      source: 'a',
      records: [
        paper('x', [{ name: 'Ada', ids: { openalex: 'A1' } }]),
        paper('y', [{ name: 'Ada', ids: { openalex: 'A1', orcid } }]),
      ],
    });
    expect((await entityOf(store, `author:orcid:${orcid}`))?.id).toBe('author:openalex:A1');
    expect((await entityOf(store, 'author:openalex:A1'))?.paperCount).toBe(2);
  });

  it('never takes equal names of two sources for one person', async () => {
    const store = await withRecords(
      { source: 'a', records: [paper('x', [{ name: 'Ada Lovelace' }])] },
      { source: 'b', records: [paper('y', [{ name: 'Ada Lovelace' }])] },
    );
    expect((await store.statistics()).authorCount).toBe(2);
  });

  it('takes the exact name for the person where a source gives no ids: case and accents count, spaces do not', async () => {
    const store = await withRecords({
      source: 'a',
      records: [
        paper('x', [{ name: 'Paul Erdős' }]),
        paper('y', [{ name: ' Paul  Erdo\u030bs ' }]),
        paper('z', [{ name: 'Paul Erdos' }]),
      ],
    });
    expect((await store.statistics()).authorCount).toBe(2);
    expect((await entityOf(store, 'author:a-name:Paul%20Erd%C5%91s'))?.paperCount).toBe(2);
  });

  it('merges two stored authors into the smaller id when a record shows them to be one', async () => {
    const store = await withRecords({
      source: 'a',
      records: [
        paper('x', [{ name: 'Ada', ids: { openalex: 'A5' } }]),
        paper('y', [
          { name: 'A. Lovelace', ids: { orcid } },
          { name: 'Charles', ids: { openalex: 'A6' } },
        ]),
        paper('z', [{ name: 'Ada', ids: { openalex: 'A5', orcid } }]),
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
      { source: 'a', records: [paper('z', [{ name: 'Ada', ids: { openalex: 'A5', orcid } }])] },
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
        { name: 'Ada', ids: { openalex: 'A5' } },
        { name: 'Bea', ids: { orcid } },
      ]),
    ]);
    const report = await importRecords(store, [
      paper('z', [{ name: 'Ada', ids: { openalex: 'A5', orcid } }]),
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

  it('makes no author of an empty name or of a placeholder, and positions keep counting', async () => {
    const store = await open();
    await importRecords(store, [
      paper('x', [
        { name: ' ' },
        { name: 'Ada' },
        { name: 'NULL', ids: { openalex: 'A9999999999' } },
        { name: 'Bea' },
      ]),
    ]);
    const order = relationRow('paperAuthors').orders['PRINTED'] ?? [];
    const id = 'paper:doi:10.1000/x';
    const pages = await store.neighbors(
      [id],
      [{ relation: 'paperAuthors', page: { first: 9, order, count: false } }],
    );
    expect(pages.get(id)?.[0]?.entries.map(({ edge }) => edge.authorship?.position)).toEqual([2, 4]);
  });

  it('drops and reports identifiers that are none, and keeps the record', async () => {
    const store = await open();
    const report = await importRecords(store, [
      paper(
        'x',
        [
          {
            name: 'Ada',
            ids: { orcid: '0000-0002-1825-0098' },
            affiliations: [{ name: 'Uni', ids: { ror: '03vek6s53' } }],
          },
        ],
        { ids: { doi: '10.1/short', acl: 'P18-1001' } },
      ),
    ]);
    expect(report).toMatchObject({ new: 1, dropped: { total: 3 } });
    expect(await authorsOf(store, 'paper:acl:P18-1001')).toEqual(['author:drawn-name:Ada']);
  });

  it('takes a DOI of arXiv for the arXiv id too', async () => {
    const store = await withRecords(
      { source: 'a', records: [paper('x', [], { ids: { doi: '10.48550/arXiv.1706.03762' } })] },
      { source: 'b', records: [paper('x', [], { ids: { arxiv: 'arXiv:1706.03762v5' } })] },
    );
    expect((await store.statistics()).paperCount).toBe(1);
  });

  it('names an author by the curated name, else the most frequent printed, else the smallest', async () => {
    const store = await open();
    await importRecords(store, [
      paper('1', [
        { name: 'B', ids: { orcid } },
        { name: 'C', printedName: 'Z', ids: { openalex: 'A1' } },
      ]),
      paper('2', [
        { name: 'A', ids: { orcid } },
        { name: 'D', ids: { openalex: 'A1' } },
      ]),
      paper('3', [{ name: 'B', ids: { orcid }, alternativeNames: ['Bee'] }]),
    ]);
    expect(await entityOf(store, `author:orcid:${orcid}`)).toMatchObject({
      name: 'B',
      alternativeNames: ['A', 'Bee'],
    });
    expect(await entityOf(store, 'author:openalex:A1')).toMatchObject({
      name: 'C',
      alternativeNames: ['D', 'Z'],
    });
  });

  it('keys topics without identifiers by level and lower-cased name, across sources', async () => {
    const store = await withRecords(
      {
        source: 'a',
        records: [paper('x', [], { topics: [{ name: 'Data Visualization', level: 'KEYWORD' }] })],
      },
      {
        source: 'b',
        records: [
          paper('y', [], {
            topics: [
              { name: 'data visualization', level: 'KEYWORD' },
              { name: 'Data visualization', level: 'FIELD' },
            ],
          }),
        ],
      },
    );
    expect((await entityOf(store, 'topic:keyword:data%20visualization'))?.paperCount).toBe(2);
    expect((await store.statistics()).topicCount).toBe(2);
  });
});
