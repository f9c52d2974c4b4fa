import fc from 'fast-check';
import type { Entity, EntityKind } from '../../src/graph/model/entities.ts';
import { folded, foldedWords } from '../../src/graph/model/foldText.ts';
import { searchRank, spellingsOf } from '../../src/graph/search.ts';
import type { GraphStore, SearchHit, SearchRequest } from '../../src/graph/store.ts';
import { bytes, handGraph, idsByKind } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { wholeList } from '../support/wholeList.ts';

describeStores('search', ({ open, draws }) => {
  const searchAll = async (
    store: GraphStore,
    words: string[],
    kinds: EntityKind[],
  ): Promise<[string, number][]> => {
    const hits = await wholeList<SearchHit, NonNullable<SearchRequest['after']>>(
      2,
      (request) => store.search({ words, kinds, ...request }),
      ({ node, score }) => ({ score, rank: searchRank(node), id: node.id }),
    );
    return hits.map(({ node, score }) => [node.id, score]);
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
        const ids = Object.values(idsByKind(handGraph(records))).flat();
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
        (await store.search({ words: foldedWords(text), kinds: ['PAPER'], first: 5, count: false })).entries,
      ).toHaveLength(1);
    }
  });
});
