import fc from 'fast-check';
import type { Entity } from '../../src/graph/model/entities.ts';
import { entityKinds, type EntityKind } from '../../src/graph/model/entityKinds.ts';
import { folded, foldedWords } from '../../src/graph/model/foldText.ts';
import { searchRank, spellingsOf } from '../../src/graph/search.ts';
import { spelledOutWords } from '../../src/graph/searchWords.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { SearchHit, SearchRequest } from '../../src/graph/searchRequest.ts';
import { bytes, handGraph, idsByKind } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { errorsByHand } from '../support/errorsByHand.ts';
import { citationsByHand } from '../support/relationsByHand.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { wholeList } from '../support/wholeList.ts';

describeStores('search', ({ open, draws }) => {
  const searchAll = async (
    store: GraphStore,
    searched: Pick<SearchRequest, 'words' | 'spelledOut'>,
    kinds: EntityKind[],
  ): Promise<[string, number][]> => {
    const hits = await wholeList<SearchHit, NonNullable<SearchRequest['after']>>(
      2,
      (request) => store.search({ ...searched, kinds, ...request }),
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
    'Über',
    'ueber zahl',
    'goetting',
    'oeystein ore',
    'erdso',
    'lovelase',
    'ad lovelase',
    'p erdos',
    'paula erdos',
    'amalie noether',
    'naether emi',
    'numbres',
    'logick',
    'grafs',
    'theroy graph',
    'gottnigen',
    'statistical visualisation',
  ];

  const someTexts = fc.shuffledSubarray(texts, { minLength: 8, maxLength: 8 });

  const errorsAllowed = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);
  /** Whether an entity with these words matches loosely. */
  const isLoose = (asked: string[], words: string[], kind: EntityKind): boolean => {
    const matches = (word: string): boolean =>
      words.some((each) => each.startsWith(word) || errorsByHand(each, word) <= errorsAllowed(word));
    if (kind !== 'AUTHOR' || asked.length === 1) return asked.every(matches);
    return asked.some(matches) && asked.every((word) => matches(word) || words.includes(word.charAt(0)));
  };
  const spelledOut = (text: string): string =>
    text
      .replace(/[äÄ]/g, 'ae')
      .replace(/[öÖøØ]/g, 'oe')
      .replace(/[üÜ]/g, 'ue')
      .replace(/[åÅ]/g, 'aa');

  it('finds what hand and eye find, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), someTexts, async (records, searched) => {
        const store = await open();
        await importRecords(store, records);
        const graph = handGraph(records);
        const ids = Object.values(idsByKind(graph)).flat();
        const all = [...(await store.entities(ids)).values()];
        expect(all).toHaveLength(ids.length);
        const wordsOf = (entity: Entity): string[] =>
          spellingsOf(entity).flatMap((each) => [...foldedWords(each), ...foldedWords(spelledOut(each))]);
        for (const text of searched) {
          const asked = foldedWords(text);
          const other = foldedWords(spelledOut(text));
          const score = (entity: Entity): number => {
            const spellings = spellingsOf(entity).map(folded);
            const words = wordsOf(entity);
            const begins = (word: string): boolean => words.some((each) => each.startsWith(word));
            if (!asked.every((word, index) => begins(word) || begins(other[index]!))) return 0;
            if (spellings.includes(asked.join(' '))) return 3;
            return spellings.some((each) => each.startsWith(asked.join(' '))) ? 2 : 1;
          };
          const rank = (entity: Entity): number =>
            entity.kind === 'PAPER' ? (citationsByHand(graph, entity.id) ?? -1) : entity.paperCount;
          const kinds: EntityKind[][] = [['AUTHOR'], ['AUTHOR', 'INSTITUTION', 'PAPER', 'TOPIC']];
          for (const some of kinds) {
            const strict = all.filter((entity) => some.includes(entity.kind) && score(entity) > 0);
            const loose = all.filter(
              (entity) =>
                some.includes(entity.kind) &&
                (score(entity) > 0 || isLoose(asked, wordsOf(entity), entity.kind)),
            );
            const expected = (strict.length < 5 ? loose : strict)
              .sort((a, b) => score(b) - score(a) || rank(b) - rank(a) || bytes(a.id, b.id))
              .map((entity): [string, number] => [entity.id, score(entity)]);
            expect(await searchAll(store, { words: asked, spelledOut: other }, some)).toEqual(expected);
          }
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);

  const idsOf = async (store: GraphStore, text: string): Promise<string[]> =>
    (await searchAll(store, { words: foldedWords(text) }, [...entityKinds]))
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

  it('finds typing errors and initials only where few entities match strictly', async () => {
    const store = await open();
    const names = ['Anna Miller', 'Anna Millers', 'A. Miller', 'Anna Müller', 'Anne Mueller', 'B. Miler'];
    await importRecords(
      store,
      names.map((name, index) => ({
        ids: { s2: String(index + 1) },
        title: `Title ${index}`,
        authors: [{ name, ids: { s2: `9${index}` } }],
      })),
    );
    const found = async (text: string): Promise<[string, number][]> => {
      const words = foldedWords(text);
      const hits = await searchAll(store, { words, spelledOut: spelledOutWords(text) }, ['AUTHOR']);
      return hits.map(([id, score]) => [names[Number(id.slice(-1))]!, score]);
    };
    expect(await found('anna miller')).toEqual([
      ['Anna Miller', 3],
      ['Anna Millers', 2],
      ['A. Miller', 0],
      ['Anna Müller', 0],
    ]);
    expect(await found('Müller')).toEqual([
      ['Anna Müller', 1],
      ['Anne Mueller', 1],
      ['Anna Miller', 0],
      ['A. Miller', 0],
    ]);
    expect(await found('mueller')).toEqual([
      ['Anna Müller', 1],
      ['Anne Mueller', 1],
    ]);
    const more = Array.from({ length: 5 }, (_, index) => ({
      ids: { s2: `10${index}` },
      title: 'More',
      authors: [{ name: `Anna Miller${'x'.repeat(index)}`, ids: { s2: `80${index}` } }],
    }));
    await importRecords(store, more);
    expect((await found('anna miller')).every(([, score]) => score > 0)).toBe(true);
  });

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
