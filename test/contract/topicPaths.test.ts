import fc from 'fast-check';
import type { TopicPathAnswer, TopicPathQuery } from '../../src/graph/paths.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { bytes, handGraph, topicId } from '../support/byHand.ts';
import { denseGraphs, drawnCollaborations } from '../support/drawnCollaborations.ts';
import { drawnTopicQueries } from '../support/drawnPathQueries.ts';
import { topicPathsByHand, type HandPath } from '../support/pathsByHand.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';

const asHandPaths = ({ paths }: TopicPathAnswer): HandPath<number>[] =>
  paths.map(({ nodes, steps, cost }) => ({ nodes: nodes.map((node) => node.id), steps: [...steps], cost }));

describeStores('paths between topics of drawn graphs', ({ open, draws }) => {
  it.each([
    ['few papers', { min: 4, max: 8 }],
    ['many papers', { min: 10, max: 20 }],
  ])(
    'are the first k of all simple paths, through papers and through authors (%s)',
    async (_, papers) => {
      await fc.assert(
        fc.asyncProperty(
          drawnCollaborations({ ...denseGraphs, papers }),
          drawnTopicQueries(16, 6),
          async (records, queriesAmong) => {
            const graph = handGraph(records);
            const queries = queriesAmong([...graph.topics.keys()].sort());
            const answers = await (await storeWith(open, records)).topicPaths(queries);
            expect(answers).toHaveLength(queries.length);
            answers.forEach((answer, index) => {
              const query = queries[index]!;
              const { statuses, paths } = topicPathsByHand(graph, query);
              expect({ query, paths: asHandPaths(answer) }).toEqual({ query, paths });
              expect(statuses).toContain(answer.status);
              expect(answer.isComplete).toBe(true);
            });
          },
        ),
        { numRuns: Math.ceil(draws / 2) },
      );
    },
    300_000,
  );
});

/** A paper about the topics, by the authors. */
const paper = (topics: string[], authors: string[] = []): PaperRecord => ({
  authors: authors.map((name) => ({ name })),
  topics: topics.map((name) => ({ name, level: 'KEYWORD' })),
});
const papers = (...records: PaperRecord[]): PaperRecord[] =>
  records.map((record, index) => ({ ...record, ids: { doi: `10.1000/${index}` } }));

type Terms = Partial<Omit<TopicPathQuery, 'from' | 'to' | 'avoidIds'>> & { avoid?: string[] };
const ask = async (
  store: GraphStore,
  from: string,
  to: string,
  { avoid = [], ...terms }: Terms = {},
): Promise<TopicPathAnswer> => {
  const ends = { from: topicId(from), to: topicId(to), avoidIds: avoid.map(topicId) };
  const [answer] = await store.topicPaths([{ k: 1, maxLength: 20, through: 'PAPERS', ...ends, ...terms }]);
  if (!answer) throw new Error('a query has no answer');
  return answer;
};
const names = ({ paths }: TopicPathAnswer): string[] =>
  paths.map(({ nodes }) => nodes.map((node) => node.name).join(' – '));
const none = (status: string) => ({ status, isComplete: true, paths: [] });
const ways = ['PAPERS', 'AUTHORS'] as const;

describeStores('a path between two topics', ({ open }) => {
  it('goes through papers about both, or through authors who work on both', async () => {
    const store = await storeWith(
      open,
      papers(paper(['a', 'b'], ['p']), paper(['b', 'c'], ['q']), paper(['a'], ['r']), paper(['c'], ['r'])),
    );
    const throughPapers = await ask(store, 'a', 'c');
    expect(names(throughPapers)).toEqual(['a – b – c']);
    expect(throughPapers.paths[0]).toMatchObject({ steps: [1, 1], cost: 2e9 });
    const entities = await store.entities(['a', 'b', 'c'].map(topicId));
    expect(throughPapers.paths[0]?.nodes).toEqual([...entities.values()]);
    const throughAuthors = await ask(store, 'a', 'c', { through: 'AUTHORS', k: 2 });
    expect(names(throughAuthors)).toEqual(['a – c', 'a – b – c']);
  });

  it.each(ways)(
    'of as many steps is the one with most of them, then the smallest ids (%s)',
    async (through) => {
      const middle = ['b', 'B2', '10', '9', 'é', 'Z', 'b c'];
      const store = await storeWith(
        open,
        papers(
          ...middle.flatMap((name) => [paper(['from', name], ['p']), paper([name, 'to'], ['q'])]),
          paper(['from', 'late'], ['p']),
          paper(['from', 'late'], ['s']),
          paper(['late', 'to'], ['q']),
        ),
      );
      const sorted = [...middle].sort((left, right) => bytes(topicId(left), topicId(right)));
      const [first, ...rest] = (await ask(store, 'from', 'to', { k: 20, maxLength: 2, through })).paths;
      expect(first?.nodes[1]?.name).toBe('late');
      expect(first?.steps).toEqual([2, 1]);
      expect(rest.map(({ nodes }) => nodes[1]?.name)).toEqual(sorted);
      for (const k of [1, 3]) {
        const answer = await ask(store, 'from', 'to', { k, maxLength: 2, through });
        expect(answer.paths.map(({ nodes }) => nodes[1]?.name)).toEqual(['late', ...sorted].slice(0, k));
      }
    },
  );

  it.each(ways)('is not found between components, however short it may be (%s)', async (through) => {
    const store = await storeWith(
      open,
      papers(
        paper(['a', 'b'], ['p']),
        paper(['b', 'c'], ['p']),
        paper(['x', 'y'], ['q']),
        paper(['y', 'z'], ['q']),
        paper(['alone'], ['r']),
      ),
    );
    for (const maxLength of [1, 2, 20]) {
      expect(await ask(store, 'a', 'z', { through, maxLength })).toEqual(none('NOT_CONNECTED'));
      expect(await ask(store, 'a', 'alone', { through, maxLength })).toEqual(none('NOT_CONNECTED'));
    }
    expect(await ask(store, 'a', 'a', { through })).toMatchObject({ status: 'FOUND', paths: [{ cost: 0 }] });
  });

  it.each(ways)('does not pass what is avoided, and is proved missing without it (%s)', async (through) => {
    const store = await storeWith(
      open,
      papers(
        paper(['a', 'b'], ['p']),
        paper(['b', 'd'], ['q']),
        paper(['a', 'c'], ['r']),
        paper(['c', 'd'], ['s']),
      ),
    );
    expect(names(await ask(store, 'a', 'd', { through, avoid: ['b'] }))).toEqual(['a – c – d']);
    expect(await ask(store, 'a', 'd', { through, avoid: ['b', 'c'] })).toEqual(none('NOT_CONNECTED'));
  });

  it.each(ways)('longer than allowed is said to be so, to the step (%s)', async (through) => {
    const store = await storeWith(
      open,
      papers(...Array.from({ length: 8 }, (_, step) => paper([`n${step}`, `n${step + 1}`], [`p${step}`]))),
    );
    for (const maxLength of [1, 4, 7]) {
      const [near, far] = [`n${maxLength}`, `n${maxLength + 1}`];
      expect(await ask(store, 'n0', near, { through, maxLength })).toMatchObject({ status: 'FOUND' });
      expect(await ask(store, 'n0', far, { through, maxLength })).toEqual(none('BEYOND_MAX_LENGTH'));
    }
  });

  it('through papers counts papers too large to make collaborators, and those without authors', async () => {
    const store = await storeWith(
      open,
      papers({ ...paper(['a', 'b'], ['p', 'q']), authorCount: 3000 }, paper(['b', 'c'])),
    );
    expect(names(await ask(store, 'a', 'c'))).toEqual(['a – b – c']);
    expect(await ask(store, 'a', 'c', { through: 'AUTHORS' })).toEqual(none('NOT_CONNECTED'));
    expect(names(await ask(store, 'a', 'b', { through: 'AUTHORS' }))).toEqual(['a – b']);
  });
});
