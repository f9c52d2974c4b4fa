import type { CollaborationFilter } from '../../src/graph/model/filters.ts';
import { lists } from '../../src/graph/model/lists.ts';
import { relations } from '../../src/graph/model/relations.ts';
import { pairKey } from '../../src/graph/pair.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';

const ror = '03vek6s52';
const author = (key: string): string => `author:openalex:A${key}`;
const orcid = '0000-0002-1825-0097';

const paper = (number: number, [left, right]: [string, string], place?: object): ImportRecord => ({
  ids: { doi: `10.1000/${number}` },
  year: 2020,
  authors: [left, right].map((key) => ({
    name: `Author ${key}`,
    ids: { openalex: `A${key}`, ...(key === '1' && { orcid }) },
    ...(place && { affiliations: [place] }),
  })),
});

const named = { name: 'An Institute', ids: { ror, openalex: 'I1' } };
/** 1 – 2 at the institute, 2 – 3, 1 – 4, 4 – 3. */
const records = [
  paper(1, ['1', '2'], named),
  paper(2, ['2', '3']),
  paper(3, ['1', '4']),
  paper(4, ['4', '3']),
];

describeStores('ids other than an entity’s own', ({ open }) => {
  const first = `author:orcid:${orcid}`;
  const filters: [string, CollaborationFilter][] = [
    ['its own id', { institutionIds: [`institution:ror:${ror}`] }],
    ['another of its ids', { institutionIds: ['institution:openalex:I1'] }],
  ];
  const page = { first: 10, count: true };

  it.each(filters)('filter collaborations by an institution under %s', async (_, filter) => {
    const store = await storeWith(open, records);
    const order = relations.collaborators.orders.STRONGEST;
    const pages = await store.neighbors(
      [first],
      [{ relation: 'collaborators', page: { ...page, order, filter } }],
    );
    expect(pages.get(first)?.[0]).toMatchObject({ total: 1, entries: [{ node: { id: author('2') } }] });
    const pair = { from: first, to: author('2') };
    expect((await store.collaborations([pair], filter)).get(pairKey(pair))?.paperCount).toBe(1);
    const papers = { ...page, which: 'joint' as const, order: relations.authorPapers.orders.NEWEST, filter };
    expect((await store.commonNeighbors('authorPapers', [pair], papers)).get(pairKey(pair))?.total).toBe(1);
  });

  it.each(filters)(
    'filter the list of authors and suggestions by an institution under %s',
    async (_, filter) => {
      const store = await storeWith(open, records);
      const order = lists.authors.orders.NAME;
      const listed = await store.list('AUTHOR', {
        ...page,
        order,
        filter: { institutionIds: filter.institutionIds! },
      });
      expect(listed.entries.map(({ node }) => node.id)).toEqual([first, author('2')]);
      const suggested = async (institutions: object): Promise<string[]> => {
        const pages = await store.suggestions([author('4')], {
          ...page,
          scoring: 'ADAMIC_ADAR',
          filter: institutions,
        });
        return pages.get(author('4'))?.entries.map(({ node }) => node.id) ?? [];
      };
      expect(await suggested({ institutionIds: filter.institutionIds })).toEqual([author('2')]);
      expect(await suggested({ excludeInstitutionIds: filter.institutionIds })).toEqual([]);
    },
  );

  const pathIds = async (store: GraphStore, change: object): Promise<unknown> => {
    const query = { from: first, to: author('3'), k: 5, maxLength: 5, avoidIds: [], cost: 'HOPS' as const };
    const [answer] = await store.collaborationPaths([{ ...query, ...change }]);
    return answer?.paths.map(({ nodes }) => nodes.map(({ id }) => id));
  };

  it('are ends of paths, and avoided', async () => {
    const store = await storeWith(open, records);
    const [through2, through4] = [author('2'), author('4')].map((id) => [first, id, author('3')]);
    expect(await pathIds(store, { from: author('1') })).toEqual([through2, through4]);
    expect(await pathIds(store, { to: author('1'), from: author('3'), k: 1 })).toEqual([
      [author('3'), author('2'), first],
    ]);
    expect(await pathIds(store, { from: author('2'), to: author('4'), avoidIds: [author('1')] })).toEqual([
      [author('2'), author('3'), author('4')],
    ]);
  });

  it.each(filters)('filter paths by an institution under %s', async (_, filter) => {
    const store = await storeWith(open, records);
    expect(await pathIds(store, { to: author('2'), filter })).toEqual([[first, author('2')]]);
    expect(await pathIds(store, { filter })).toEqual([]);
  });

  it('name nothing where entities are asked for along with their neighbors', async () => {
    const store = await storeWith(open, records);
    const order = relations.authorPapers.orders.NEWEST;
    const requests = [{ relation: 'authorPapers' as const, page: { ...page, order } }];
    const ids = [first, author('1'), author('2'), author('404')];
    const found = await store.neighborhoods(ids, requests);
    const [entities, pages] = [await store.entities(ids), await store.neighbors(ids, requests)];
    expect([...found.keys()].sort()).toEqual([author('2'), first].sort());
    for (const [id, neighborhood] of found) {
      expect(neighborhood).toEqual({ entity: entities.get(id), pages: pages.get(id) });
    }
  });
});
