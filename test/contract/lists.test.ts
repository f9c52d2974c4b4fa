import fc from 'fast-check';
import type { EntityKind } from '../../src/graph/model/entityKinds.ts';
import type { ListFilter } from '../../src/graph/model/filters.ts';
import { lists, type ListRow } from '../../src/graph/model/lists.ts';
import { sortValues, type SortValues } from '../../src/graph/model/orders.ts';
import type { PageEntry } from '../../src/graph/model/pages.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { ascending, byName, bytes, descending, handGraph, idsByKind, within } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { citationsByHand, edgesByHand } from '../support/relationsByHand.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { wholeList } from '../support/wholeList.ts';

const everyEntity = async (
  store: GraphStore,
  kind: EntityKind,
  order: string,
  filter?: ListFilter,
): Promise<string[]> => {
  const row: ListRow | undefined = Object.values(lists).find((each) => each.kind === kind);
  const keys = row?.orders[order] ?? [];
  const entries = await wholeList<PageEntry, SortValues>(
    2,
    (request) => store.list(kind, { ...request, order: keys, ...(filter && { filter }) }),
    ({ node, edge }) => sortValues(keys, node, edge),
  );
  return entries.map(({ node }) => node.id);
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
          idsByKind(graph)[kind].sort((a, b) => compare(a, b) || bytes(a, b));
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
          expected('PAPER', (a, b) => descending(citationsByHand(graph, a), citationsByHand(graph, b))),
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
        const ids = idsByKind(graph);
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
