import fc from 'fast-check';
import { entityKinds, type Entity, type EntityKind } from '../../src/graph/model/entities.ts';
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

  const idsOf = async (store: GraphStore, text: string): Promise<string[]> =>
    (await searchAll(store, foldedWords(text), [...entityKinds]))
      .map(([id]) => id.replace(/^.*:/, ''))
      .sort();

  it('finds parts of texts that are written without spaces', async () => {
    const store = await open();
    const titles = [
      '知识图谱综述',
      '基于BERT的中文分词',
      '日本語の形態素解析',
      '한국어 형태소분석기',
      'การตัดคำภาษาไทย',
    ];
    await importRecords(store, [
      ...titles.map((title, index) => ({ ids: { s2: String(index + 1) }, title, authors: [] })),
      {
        ids: { s2: '6' },
        title: 'A Survey',
        authors: [
          {
            name: '张伟明',
            ids: { s2: '61' },
            affiliations: [{ name: '北京大学计算机学院', ids: { openalex: 'I62' } }],
          },
          { name: 'Minsoo Kim', ids: { s2: '63' }, alternativeNames: ['김민수'] },
        ],
        topics: [{ name: '自然语言处理', ids: { openalex: 'T64' } }],
      },
    ]);
    for (const [text, ...ids] of [
      ['图谱', '1'],
      ['综述 知识', '1'],
      ['谱图'],
      ['bert', '2'],
      ['的中文', '2'],
      ['分词', '2'],
      ['형태소', '4'],
      ['분석', '4'],
      ['태소', '4'],
      ['ㅗ분'],
      ['形態素', '3'],
      ['解析', '3'],
      ['ภาษา', '5'],
      ['伟明', '61'],
      ['伟明 张', '61'],
      ['计算机', 'I62'],
      ['민수', '63'],
      ['语言', 'T64'],
    ]) {
      expect([text, ...(await idsOf(store, text!))]).toEqual([text, ...ids]);
    }
  });

  it('finds each part of any such text, also of a long one', async () => {
    const line = fc
      .array(fc.constantFrom('图', '谱', '\u{20000}', 'か', 'a1', ' '), { minLength: 1, maxLength: 60 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), fc.nat(), async (titles, place) => {
        const store = await open();
        await importRecords(
          store,
          titles.map((title, index) => ({ ids: { s2: String(index + 1) }, title, authors: [] })),
        );
        const from = Array.from(titles[0]!).slice(place % Array.from(titles[0]!).length);
        const asked = foldedWords(from.slice(0, 1 + (place % 30)).join(''))[0] ?? '';
        if (!/^\P{ASCII}/u.test(asked)) return;
        const beginning = Array.from(asked).slice(0, 24).join('');
        const expected = titles.flatMap((title, index) =>
          foldedWords(title).some((word) => word.includes(beginning)) ? [String(index + 1)] : [],
        );
        expect(await idsOf(store, asked)).toEqual(expected);
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
