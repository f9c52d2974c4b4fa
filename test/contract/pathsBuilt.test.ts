import type { ImportRecord, RecordAuthor } from '../../src/import/importRecord.ts';
import { ask, between, costs, names } from '../support/askedPaths.ts';
import { authorId, bytes, handGraph } from '../support/byHand.ts';
import { chain, completeBipartite, grid, jointPapers } from '../support/drawnCollaborations.ts';
import { collaborationPathsByHand } from '../support/pathsByHand.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';

describeStores('a path between two authors', ({ open }) => {
  it('has the authors as they are stored and the collaborations between them', async () => {
    const records = [
      ...jointPapers([['a', 'b']], { year: 2001 }),
      ...jointPapers([['a', 'b']], { year: 2004, authorCount: 3, edition: 2 }),
      ...jointPapers([['b', 'c']]),
    ];
    const store = await storeWith(open, records);
    const answer = await ask(store, between('a', 'c'));
    const ids = ['a', 'b', 'c'].map(authorId);
    const entities = await store.entities(ids);
    const collaborations = await store.collaborations(
      [
        { from: authorId('a'), to: authorId('b') },
        { from: authorId('b'), to: authorId('c') },
      ],
      undefined,
    );
    expect(answer).toMatchObject({ status: 'FOUND', isComplete: true });
    expect(answer.paths).toEqual([
      { nodes: ids.map((id) => entities.get(id)), steps: [...collaborations.values()], cost: 2e9 },
    ]);
    expect(answer.paths[0]?.steps[0]).toMatchObject({ paperCount: 2, firstYear: 2001, lastYear: 2004 });
  });

  it.each(costs)('from an author to the same one has no steps and costs nothing (%s)', async (cost) => {
    const store = await storeWith(open, [
      ...jointPapers([['a', 'b']]),
      { ids: { doi: '10.1000/alone' }, authors: [{ name: 'alone' }] },
    ]);
    const filter = { years: { from: 3000 } };
    const queries = [between('a', 'a', { cost, k: 3 }), between('alone', 'alone', { cost, filter })];
    const answers = await store.collaborationPaths(queries);
    for (const [index, name] of ['a', 'alone'].entries()) {
      expect(answers[index]).toMatchObject({ status: 'FOUND', isComplete: true });
      expect(answers[index]?.paths).toMatchObject([{ nodes: [{ name }], steps: [], cost: 0 }]);
    }
  });

  it('is found by any of the ids of its ends, and passes nobody avoided by any of theirs', async () => {
    const orcids = [
      '0000-0002-1825-0097',
      '0000-0001-5109-3700',
      '0000-0002-1694-233X',
      '0000-0003-1613-5981',
    ];
    const author = (name: string, index: number): RecordAuthor => ({
      name,
      ids: { orcid: orcids[index] ?? '', openalex: `A10${index}` },
    });
    const pairs = [
      [author('a', 0), author('b', 1)],
      [author('b', 1), author('d', 3)],
      [author('a', 0), author('c', 2)],
      [author('c', 2), author('d', 3)],
    ];
    const records = pairs.map((authors, index) => ({ ids: { doi: `10.1000/${index}` }, authors }));
    const store = await storeWith(open, records);
    const query = { ...between('a', 'd'), from: 'author:openalex:A100', to: 'author:openalex:A103' };
    expect(names(await ask(store, query))).toEqual(['a – b – d']);
    expect(names(await ask(store, { ...query, avoidIds: ['author:openalex:A101'] }))).toEqual(['a – c – d']);
  });

  it('is answered for each query of a batch, in order', async () => {
    const store = await storeWith(open, [
      ...jointPapers(chain(['a', 'b', 'c', 'd']), { year: 2000 }),
      ...jointPapers([['a', 'd']], { year: 2010, authorCount: 9 }),
      ...jointPapers([['x', 'y']]),
    ]);
    const queries = [
      between('a', 'd'),
      between('d', 'a', { cost: 'STRENGTH', k: 2 }),
      between('a', 'x'),
      between('a', 'd', { filter: { years: { to: 2005 } } }),
      between('a', 'd', { avoid: ['b'] }),
      between('a', 'c', { maxLength: 1 }),
      between('x', 'y'),
      between('a', 'd'),
    ];
    const answers = await store.collaborationPaths(queries);
    expect(answers.map(({ status }) => status)).toEqual([
      'FOUND',
      'FOUND',
      'NOT_CONNECTED',
      'FOUND',
      'FOUND',
      'BEYOND_MAX_LENGTH',
      'FOUND',
      'FOUND',
    ]);
    expect(answers.map(names)).toEqual([
      ['a – d'],
      ['d – c – b – a', 'd – a'],
      [],
      ['a – b – c – d'],
      ['a – d'],
      [],
      ['x – y'],
      ['a – d'],
    ]);
    expect(await store.collaborationPaths([])).toEqual([]);
  });
});

describeStores('among paths that cost the same', ({ open }) => {
  it.each(costs)('those with the smaller ids, compared as bytes, come first (%s)', async (cost) => {
    const middle = ['b', 'B', '10', '9', 'é', 'Z', 'a b', 'a-b', 'a', 'ab'];
    const store = await storeWith(open, jointPapers(completeBipartite(middle, ['from', 'to'])));
    const sorted = [...middle].sort((left, right) => bytes(authorId(left), authorId(right)));
    for (let k = 1; k <= 12; k += 1) {
      const answer = await ask(store, between('from', 'to', { cost, k, maxLength: 3 }));
      expect(names(answer)).toEqual(sorted.slice(0, k).map((name) => `from – ${name} – to`));
    }
  });

  const graphs: [string, [string, string][], string, string, number][] = [
    [
      'a complete bipartite graph',
      completeBipartite(['a', 'B', 'c', 'D'], ['1', '22', '3', '%']),
      'a',
      '22',
      5,
    ],
    ['a grid', grid(4, 4), 'x0y0', 'x3y3', 8],
    ['a grid, across', grid(5, 3), 'x0y2', 'x4y0', 7],
  ];
  it.each(graphs)(
    'the first k of %s agree with sorting all of them',
    async (_, pairs, from, to, maxLength) => {
      const records = jointPapers(pairs);
      const store = await storeWith(open, records);
      const graph = handGraph(records);
      const queries = costs.flatMap((cost) =>
        [1, 2, 5, 19, 20].map((k) => between(from, to, { cost, k, maxLength })),
      );
      const answers = await store.collaborationPaths(queries);
      queries.forEach((query, index) => {
        const { paths } = collaborationPathsByHand(graph, query);
        expect(answers[index]?.paths.map(({ nodes }) => nodes.map((node) => node.id))).toEqual(
          paths.map(({ nodes }) => nodes),
        );
      });
    },
  );

  it('of as many steps the one of stronger collaborations comes first, whatever the ids', async () => {
    const store = await storeWith(open, [
      ...jointPapers(chain(['a', 'b', 'z']), { authorCount: 3 }),
      ...jointPapers(chain(['a', 'y', 'z'])),
    ]);
    const answer = await ask(store, between('a', 'z', { k: 3 }));
    expect(names(answer)).toEqual(['a – y – z', 'a – b – z']);
    expect(answer.paths.map(({ cost }) => cost)).toEqual([2e9, 2e9]);
  });
});

describeStores('the cheapest path by strength', ({ open }) => {
  /** Two authors of as many as make the collaboration cost so much. */
  const costing = (cost: number, pairs: [string, string][]): ImportRecord[] =>
    jointPapers(pairs, { authorCount: cost + 1 });

  it('may have more steps than the shortest', async () => {
    const store = await storeWith(open, [
      ...costing(4, [['a', 'd']]),
      ...costing(1, chain(['a', 'b', 'c', 'd'])),
    ]);
    const answer = await ask(store, between('a', 'd', { cost: 'STRENGTH', k: 5 }));
    expect(names(answer)).toEqual(['a – b – c – d', 'a – d']);
    expect(answer.paths.map(({ cost }) => cost)).toEqual([3e9, 4e9]);
    expect(names(await ask(store, between('a', 'd', { k: 5 })))).toEqual(['a – d', 'a – b – c – d']);
  });

  it('is the cheapest that is short enough, where the cheapest of all is too long', async () => {
    const store = await storeWith(open, [
      ...costing(9, [['a', 'm']]),
      ...costing(5, chain(['a', 'x', 'm'])),
      ...costing(1, chain(['a', 'b', 'c', 'm'])),
      ...costing(1, chain(['m', 'n', 'z'])),
    ]);
    const cheapest = async (maxLength: number): Promise<string[]> =>
      names(await ask(store, between('a', 'z', { cost: 'STRENGTH', maxLength })));
    expect(await cheapest(2)).toEqual([]);
    expect(await cheapest(3)).toEqual(['a – m – n – z']);
    expect(await cheapest(4)).toEqual(['a – m – n – z']);
    expect(await cheapest(5)).toEqual(['a – b – c – m – n – z']);
    const all = await ask(store, between('a', 'z', { cost: 'STRENGTH', maxLength: 5, k: 4 }));
    expect(names(all)).toEqual(['a – b – c – m – n – z', 'a – m – n – z', 'a – x – m – n – z']);
  });

  it('depends on what passes the filter: a step costs what its remaining papers make it', async () => {
    const store = await storeWith(open, [
      ...jointPapers(chain(['a', 'b', 'd']), { year: 2000 }),
      ...jointPapers(chain(['a', 'b', 'd']), { year: 2001, edition: 2 }),
      ...jointPapers(chain(['a', 'c', 'd']), { year: 2001, edition: 3 }),
      ...jointPapers(chain(['a', 'c', 'd']), { year: 2001, edition: 4, authorCount: 3 }),
    ]);
    const asked = between('a', 'd', { cost: 'STRENGTH', k: 2 });
    const everything = await ask(store, asked);
    expect(names(everything)).toEqual(['a – b – d', 'a – c – d']);
    expect(everything.paths.map(({ cost }) => cost)).toEqual([1e9, 2 * Math.round(1e9 / 1.5)]);
    const later = await ask(store, { ...asked, filter: { years: { from: 2001 } } });
    expect(names(later)).toEqual(['a – c – d', 'a – b – d']);
    expect(later.paths.map(({ cost }) => cost)).toEqual([2 * Math.round(1e9 / 1.5), 2e9]);
    expect(later.paths[1]?.steps).toMatchObject([
      { paperCount: 1, firstYear: 2001, strength: 1e9 },
      { paperCount: 1, firstYear: 2001, strength: 1e9 },
    ]);
    const both = await ask(store, { ...asked, filter: { years: { from: 2001 }, minPapers: 2 } });
    expect(names(both)).toEqual(['a – c – d']);
  });
});
