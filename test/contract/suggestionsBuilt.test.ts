import { suggestionScorings } from '../../src/graph/suggestions.ts';
import { asHand, pageOf } from '../support/askedSuggestions.ts';
import { authorId, handGraph, topicId } from '../support/byHand.ts';
import { completeBipartite, jointPapers } from '../support/drawnCollaborations.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';
import { acquaintance, scoreByHand, suggestionsByHand } from '../support/suggestionsByHand.ts';

describeStores('suggested collaborators', ({ open }) => {
  it('are nobody one wrote with, also where the joint paper passes no filter', async () => {
    const store = await storeWith(open, [
      ...jointPapers(
        [
          ['a', 'b'],
          ['b', 'c'],
        ],
        { year: 2010 },
      ),
      ...jointPapers([['a', 'c']], { year: 1950 }),
    ]);
    const filter = { activeSinceYear: 2010 };
    expect(await pageOf(store, authorId('a'), { scoring: 'JACCARD', filter })).toEqual({
      entries: [],
      hasNext: false,
      hasPrevious: false,
      total: 0,
    });
  });

  it('may share a paper that is too large to make collaborators', async () => {
    const store = await storeWith(open, [
      ...jointPapers([
        ['a', 'b'],
        ['b', 'c'],
      ]),
      ...jointPapers([['a', 'c']], { authorCount: 101 }),
    ]);
    const page = await pageOf(store, authorId('a'), { scoring: 'COMMON_COLLABORATORS' });
    expect(page.entries.map(({ node }) => node.name)).toEqual(['c']);
  });

  it('are as they are stored, for each author that exists', async () => {
    const store = await storeWith(
      open,
      jointPapers([
        ['a', 'b'],
        ['b', 'c'],
        ['x', 'y'],
      ]),
    );
    const asked = [...['a', 'b', 'x'].map(authorId), 'author:openalex:A404'];
    const pages = await store.suggestions(asked, { scoring: 'ADAMIC_ADAR', first: 1, count: false });
    const c = (await store.entities([authorId('c')])).get(authorId('c'));
    expect([...pages.keys()].sort()).toEqual(['a', 'b', 'x'].map(authorId).sort());
    expect(pages.get(authorId('a'))).toEqual({
      entries: [
        {
          node: c,
          scores: {
            adamicAdar: Math.round(1e9 / Math.log(2)),
            commonCollaboratorCount: 1,
            jaccard: 1e9,
            resourceAllocation: 5e8,
            topicSimilarity: 0,
          },
        },
      ],
      hasNext: false,
      hasPrevious: false,
    });
  });

  it('are counted where none is asked for', async () => {
    const store = await storeWith(open, jointPapers(completeBipartite(['hub'], ['a', 'b', 'c'])));
    expect(await pageOf(store, authorId('a'), { scoring: 'JACCARD', first: 0 })).toEqual({
      entries: [],
      hasNext: true,
      hasPrevious: false,
      total: 2,
    });
  });

  it('have a topic similarity that is the cosine of the paper counts', async () => {
    const topics = (...names: string[]) => ({ topics: names.map((name) => ({ name, level: 'KEYWORD' })) });
    const store = await storeWith(open, [
      ...jointPapers([['a', 'hub']], topics('x', 'y')),
      ...jointPapers([['a', 'hub']], { ...topics('x'), edition: 2 }),
      ...jointPapers([['same', 'hub']], topics('x', 'y')),
      ...jointPapers([['same', 'hub']], { ...topics('x'), edition: 2 }),
      ...jointPapers([['other', 'hub']], topics('y', 'z')),
      ...jointPapers([['none', 'hub']]),
    ]);
    const { entries } = await pageOf(store, authorId('a'), { scoring: 'RESOURCE_ALLOCATION' });
    expect(
      Object.fromEntries(entries.map(({ node, scores }) => [node.name, scores.topicSimilarity])),
    ).toEqual({ same: 1e9, other: Math.round(1e9 / Math.sqrt(10)), none: 0 });
    const filter = { topicIds: [topicId('z')] };
    const filtered = await pageOf(store, authorId('a'), { scoring: 'RESOURCE_ALLOCATION', filter });
    expect(filtered.entries.map(({ node }) => node.name)).toEqual(['other']);
  });

  it('through someone with 5,000 collaborators are all scored, none sampled', async () => {
    const spokes = Array.from({ length: 5000 }, (_, index) => `s${index}`);
    const records = jointPapers([
      ...completeBipartite(['hub'], spokes),
      ...completeBipartite(['second'], spokes.slice(0, 40)),
    ]);
    const store = await storeWith(open, records);
    const known = acquaintance(handGraph(records));
    for (const scoring of suggestionScorings) {
      const page = await pageOf(store, authorId('s7'), { scoring });
      const byHand = suggestionsByHand(known, authorId('s7'), scoring);
      expect(page.total).toBe(4999);
      expect(asHand(page)).toEqual(byHand.slice(0, 100));
      const late = byHand[4900];
      if (!late) throw new Error('fewer than 4,901 by hand');
      const after = [-scoreByHand(scoring, late.scores), -late.scores.commonCollaboratorCount, late.id];
      const rest = await pageOf(store, authorId('s7'), { scoring, after });
      expect(asHand(rest)).toEqual(byHand.slice(4901));
    }
    expect(await pageOf(store, authorId('hub'), { scoring: 'JACCARD' })).toMatchObject({ total: 1 });
  }, 120_000);
});
