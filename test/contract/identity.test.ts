import { relationRow } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { authorsOf, entityOf, orcid, paper, storeOfBatches, type Batch } from '../support/identified.ts';

describeStores('identity', ({ open }) => {
  const withRecords = (...batches: Batch[]): Promise<GraphStore> => storeOfBatches(open, ...batches);

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
        { name: 'Bo Lee', ids: { orcid } },
        { name: 'C', printedName: 'Z', ids: { openalex: 'A1' } },
      ]),
      paper('2', [
        { name: 'B. Lee', ids: { orcid } },
        { name: 'D', ids: { openalex: 'A1' } },
      ]),
      paper('3', [{ name: 'Bo Lee', ids: { orcid }, alternativeNames: ['Boo Lee'] }]),
    ]);
    expect(await entityOf(store, `author:orcid:${orcid}`)).toMatchObject({
      name: 'Bo Lee',
      alternativeNames: ['B. Lee', 'Boo Lee'],
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

  it('keys papers without identifiers by title, family name of the first author, and year', async () => {
    const editorial = (...names: string[]) => ({
      title: 'Editorial',
      year: 2020,
      authors: names.map((name) => ({ name })),
    });
    const store = await withRecords({
      source: 'a',
      records: [
        editorial('Ann Alpha'),
        editorial('Bo Beta'),
        editorial('A. Alpha', 'Bo Beta'),
        { ...editorial(), year: 2021 },
      ],
    });
    expect((await store.statistics()).paperCount).toBe(3);
    expect(await entityOf(store, 'paper:a-name:Editorial%20(alpha,%202020)')).toMatchObject({
      authorCount: 2,
    });
    expect(await entityOf(store, 'paper:a-name:Editorial%20(2021)')).toMatchObject({ authorCount: 0 });
  });
});
