import fc from 'fast-check';
import type { Entity, EntityKind } from '../../src/graph/entities.ts';
import type { ListFilter } from '../../src/graph/filters.ts';
import { folded, foldedWords } from '../../src/graph/folding.ts';
import { lists, type ListRow } from '../../src/graph/lists.ts';
import { sortValues, type SortValues } from '../../src/graph/orders.ts';
import { relationRow } from '../../src/graph/relations.ts';
import { searchRank, spellingsOf } from '../../src/graph/search.ts';
import { pairKey, type GraphStore, type SearchRequest } from '../../src/graph/store.ts';
import {
  ascending,
  byName,
  bytes,
  descending,
  handGraph,
  within,
  type HandGraph,
} from '../support/by-hand.ts';
import { drawnRecords } from '../support/drawn-records.ts';
import { edgesByHand, jointPaperPasses, orderByHand } from '../support/relations-by-hand.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const idsOf = (graph: HandGraph): Record<EntityKind, string[]> => ({
  AUTHOR: [...graph.authors.keys()],
  INSTITUTION: [...graph.institutions.keys()],
  PAPER: graph.papers.map((paper) => paper.id),
  TOPIC: topicsThatStay(graph),
});

/** Topics without papers stay only where a topic record speaks of them. */
const topicsThatStay = (graph: HandGraph): string[] => {
  const spoken = new Set([...graph.broader].flatMap(([topic, parents]) => [topic, ...parents]));
  return [...graph.topics.keys()].filter(
    (id) => spoken.has(id) || graph.papers.some((paper) => paper.topics.has(id)),
  );
};

const everyEntity = async (
  store: GraphStore,
  kind: EntityKind,
  order: string,
  filter?: ListFilter,
): Promise<string[]> => {
  const row: ListRow | undefined = Object.values(lists).find((each) => each.kind === kind);
  const keys = row?.orders[order] ?? [];
  const ids: string[] = [];
  let after: SortValues | undefined;
  for (;;) {
    const page = await store.list(kind, {
      first: 2,
      order: keys,
      count: true,
      ...(after && { after }),
      ...(filter && { filter }),
    });
    expect(page.hasPrevious).toBe(ids.length > 0);
    ids.push(...page.entries.map(({ node }) => node.id));
    const last = page.entries.at(-1);
    if (!page.hasNext || !last) {
      expect(page.total).toBe(ids.length);
      return ids;
    }
    after = sortValues(keys, last.node, last.edge);
  }
};

describeStores('lists of a kind', ({ open, draws }) => {
  it('agree with sorting by hand in every order', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), async (records) => {
        const store = await open();
        await importRecords(store, records);
        const graph = handGraph(records);
        const name = (id: string): string =>
          graph.authors.get(id) ?? graph.institutions.get(id)?.name ?? graph.topics.get(id) ?? '';
        const degree = (
          relation: 'collaborators' | 'authorPapers' | 'topicPapers' | 'institutionPapers',
          id: string,
        ): number => edgesByHand(graph, relation).filter((edge) => edge.from === id).length;
        const paper = (id: string) => graph.papers.find((each) => each.id === id);
        const expected = (kind: EntityKind, compare: (a: string, b: string) => number): string[] =>
          idsOf(graph)[kind].sort((a, b) => compare(a, b) || bytes(a, b));
        for (const kind of ['AUTHOR', 'INSTITUTION', 'TOPIC'] as const) {
          const papers = {
            AUTHOR: 'authorPapers',
            INSTITUTION: 'institutionPapers',
            TOPIC: 'topicPapers',
          } as const;
          expect(await everyEntity(store, kind, 'NAME')).toEqual(
            expected(kind, (a, b) => byName(name(a), name(b))),
          );
          expect(await everyEntity(store, kind, 'MOST_PAPERS')).toEqual(
            expected(kind, (a, b) => degree(papers[kind], b) - degree(papers[kind], a)),
          );
        }
        expect(await everyEntity(store, 'AUTHOR', 'MOST_COLLABORATORS')).toEqual(
          expected('AUTHOR', (a, b) => degree('collaborators', b) - degree('collaborators', a)),
        );
        expect(await everyEntity(store, 'PAPER', 'NEWEST')).toEqual(
          expected('PAPER', (a, b) => descending(paper(a)?.day ?? null, paper(b)?.day ?? null)),
        );
        expect(await everyEntity(store, 'PAPER', 'OLDEST')).toEqual(
          expected('PAPER', (a, b) => ascending(paper(a)?.day ?? null, paper(b)?.day ?? null)),
        );
        expect(await everyEntity(store, 'PAPER', 'MOST_CITED')).toEqual(
          expected('PAPER', (a, b) =>
            descending(paper(a)?.record.citationCount ?? null, paper(b)?.record.citationCount ?? null),
          ),
        );
      }),
      { numRuns: draws },
    );
  }, 300_000);

  it('agree with filtering by hand', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), fc.nat(), async (records, pick) => {
        const store = await open();
        await importRecords(store, records);
        const graph = handGraph(records);
        const ids = idsOf(graph);
        const topic = ids.TOPIC[pick % Math.max(1, ids.TOPIC.length)] ?? 'topic:keyword:none';
        const institution =
          ids.INSTITUTION[pick % Math.max(1, ids.INSTITUTION.length)] ?? 'institution:drawn-name:none';
        const linked = (
          relation: 'authorTopics' | 'authorInstitutions',
          id: string,
          targets: Set<string>,
        ): boolean => edgesByHand(graph, relation).some((edge) => edge.from === id && targets.has(edge.to));
        const inGermany = new Set(
          ids.INSTITUTION.filter((id) => graph.institutions.get(id)?.countryCode === 'DE'),
        );
        const names = (some: string[]): string[] =>
          some.sort(
            (a, b) =>
              byName(
                graph.authors.get(a) ?? graph.institutions.get(a)?.name ?? '',
                graph.authors.get(b) ?? graph.institutions.get(b)?.name ?? '',
              ) || bytes(a, b),
          );
        expect(await everyEntity(store, 'AUTHOR', 'NAME', { topicIds: [topic] })).toEqual(
          names(ids.AUTHOR.filter((id) => linked('authorTopics', id, within(graph, [topic])))),
        );
        expect(await everyEntity(store, 'AUTHOR', 'NAME', { institutionIds: [institution] })).toEqual(
          names(ids.AUTHOR.filter((id) => linked('authorInstitutions', id, new Set([institution])))),
        );
        expect(
          await everyEntity(store, 'AUTHOR', 'NAME', { countryCodes: ['DE'], topicIds: [topic] }),
        ).toEqual(
          names(
            ids.AUTHOR.filter(
              (id) =>
                linked('authorInstitutions', id, inGermany) &&
                linked('authorTopics', id, within(graph, [topic])),
            ),
          ),
        );
        expect(await everyEntity(store, 'INSTITUTION', 'NAME', { countryCodes: ['DE', 'CH'] })).toEqual(
          names([...inGermany]),
        );
        expect(await everyEntity(store, 'INSTITUTION', 'NAME', { institutionTypes: ['FACILITY'] })).toEqual(
          names(ids.INSTITUTION.filter((id) => graph.institutions.get(id)?.institutionType === 'FACILITY')),
        );
        expect(await everyEntity(store, 'TOPIC', 'NAME', { level: 'FIELD' })).toEqual([]);
      }),
      { numRuns: draws },
    );
  }, 300_000);
});

describeStores('search', ({ open, draws }) => {
  const searchAll = async (
    store: GraphStore,
    words: string[],
    kinds: EntityKind[],
  ): Promise<[string, number][]> => {
    const hits: [string, number][] = [];
    let after: SearchRequest['after'];
    for (;;) {
      const page = await store.search({ words, kinds, first: 2, count: true, ...(after && { after }) });
      expect(page.hasPrevious).toBe(hits.length > 0);
      hits.push(...page.hits.map(({ entity, score }): [string, number] => [entity.id, score]));
      const last = page.hits.at(-1);
      if (!page.hasNext || !last) {
        expect(page.total).toBe(hits.length);
        return hits;
      }
      after = { score: last.score, rank: searchRank(last.entity), id: last.entity.id };
    }
  };

  const texts = [
    'erdos',
    'Erdő',
    'paul e',
    'o',
    'oystein',
    'ada lovelace',
    'on graphs',
    'logic',
    'lukas log',
    '\u{1d49c}lan',
    'gott',
    'zzz',
    'numbers',
  ];

  it('finds what hand and eye find, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), fc.constantFrom(...texts), async (records, text) => {
        const store = await open();
        await importRecords(store, records);
        const ids = Object.values(idsOf(handGraph(records))).flat();
        const all = [...(await store.entities(ids)).values()];
        expect(all).toHaveLength(ids.length);
        const asked = foldedWords(text);
        const score = (entity: Entity): number => {
          const spellings = spellingsOf(entity).map(folded);
          const words = spellings.flatMap((each) => each.split(' '));
          if (!asked.every((word) => words.some((each) => each.startsWith(word)))) return 0;
          if (spellings.includes(asked.join(' '))) return 3;
          return spellings.some((each) => each.startsWith(asked.join(' '))) ? 2 : 1;
        };
        const rank = (entity: Entity): number =>
          entity.kind === 'PAPER' ? (entity.citationCount ?? -1) : entity.paperCount;
        const kinds: EntityKind[][] = [['AUTHOR'], ['AUTHOR', 'INSTITUTION', 'PAPER', 'TOPIC']];
        for (const some of kinds) {
          const expected = all
            .filter((entity) => some.includes(entity.kind) && score(entity) > 0)
            .sort((a, b) => score(b) - score(a) || rank(b) - rank(a) || bytes(a.id, b.id))
            .map((entity): [string, number] => [entity.id, score(entity)]);
          expect(await searchAll(store, asked, some)).toEqual(expected);
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);

  it('takes what people type for other things than a query language', async () => {
    const store = await open();
    await importRecords(store, [
      { ids: { doi: '10.1000/a' }, title: 'C++ AND "NOT" OR (x) *: ~y^2 /z/', authors: [] },
    ]);
    for (const text of ['and', 'not or', 'c x', 'y 2', 'z']) {
      expect(
        (await store.search({ words: foldedWords(text), kinds: ['PAPER'], first: 5, count: false })).hits,
      ).toHaveLength(1);
    }
  });
});

describeStores('what two authors share', ({ open, draws }) => {
  const graphs = fc.record({
    records: drawnRecords(),
    filter: fc.option(
      fc.record(
        {
          venueNames: fc.constant(['Annals']),
          years: fc.constant({ from: 2000 }),
          minPapers: fc.constantFrom(1, 2),
        },
        { requiredKeys: [] },
      ),
      { nil: undefined },
    ),
  });

  it('agrees with the joint papers by hand', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async ({ records, filter }) => {
        const store = await open();
        await importRecords(store, records);
        const graph = handGraph(records);
        const authors = [...graph.authors.keys()];
        const pairs = authors.flatMap((from) => authors.map((to) => ({ from, to })));
        const edges = edgesByHand(graph, 'collaborators', filter);
        const { minPapers: _, ...papersFilter } = filter ?? {};
        const collaborations = await store.collaborations(pairs, filter);
        const order = relationRow('authorPapers').orders['NEWEST'] ?? [];
        const papers = await store.commonNeighbors('authorPapers', pairs, {
          first: 100,
          order,
          count: true,
          ...(filter && { filter: papersFilter }),
        });
        for (const { from, to } of pairs) {
          const expected = edges.find((edge) => edge.from === from && edge.to === to);
          const key = pairKey({ from, to });
          expect(collaborations.get(key)?.paperCount).toBe(expected?.paperCount ?? undefined);
          expect(collaborations.get(key)?.strength).toBe(expected?.strength ?? undefined);
          if (from === to) continue;
          const joint = graph.papers
            .filter((paper) => jointPaperPasses(graph, paper, papersFilter))
            .filter((paper) => [from, to].every((id) => paper.authors.some((author) => author.id === id)));
          const sorted = edgesByHand(graph, 'authorPapers')
            .filter((edge) => edge.from === from && joint.some((paper) => paper.id === edge.to))
            .sort(orderByHand(graph, 'NEWEST'));
          const page = papers.get(key);
          expect(page?.entries.map(({ node }) => node.id)).toEqual(sorted.map((edge) => edge.to));
          expect(page?.total).toBe(sorted.length);
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);
});

describeStores('metrics and statistics', ({ open, draws }) => {
  it('agree with counting by hand', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), async (records) => {
        const store = await open();
        await importRecords(store, records);
        const graph = handGraph(records);
        const metrics = await store.metrics([...graph.authors.keys()]);
        for (const id of graph.authors.keys()) {
          const papers = graph.papers.filter((paper) => paper.authors.some((author) => author.id === id));
          const cited = papers.flatMap((paper) => paper.record.citationCount ?? []);
          const years = papers.flatMap((paper) => paper.year ?? []);
          const h = [...Array(papers.length + 1).keys()].filter(
            (each) => cited.filter((count) => count >= each).length >= each,
          );
          expect(metrics.get(id)).toMatchObject({
            paperCount: papers.length,
            citationCount: cited.reduce((sum, each) => sum + each, 0),
            hIndex: Math.max(...h),
            papersWithUnknownCitations: papers.length - cited.length,
            collaboratorCount: edgesByHand(graph, 'collaborators').filter((edge) => edge.from === id).length,
            firstYear: years.length === 0 ? null : Math.min(...years),
            lastYear: years.length === 0 ? null : Math.max(...years),
          });
        }
        const ids = idsOf(graph);
        expect(await store.statistics()).toMatchObject({
          authorCount: ids.AUTHOR.length,
          paperCount: ids.PAPER.length,
          topicCount: ids.TOPIC.length,
          institutionCount: ids.INSTITUTION.length,
          authorshipCount: edgesByHand(graph, 'authorPapers').length,
          collaborationCount: edgesByHand(graph, 'collaborators').length / 2,
          citationLinkCount: edgesByHand(graph, 'references').length,
        });
      }),
      { numRuns: draws },
    );
  }, 300_000);
});
