import { ADA, ONE } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

describe('search', () => {
  const api = served();
  const query = `query ($text: String!, $kinds: [EntityKind!], $first: Int, $last: Int) {
    search(text: $text, kinds: $kinds, first: $first, last: $last) {
      totalCount pageInfo { hasNextPage hasPreviousPage } edges { score matched matchedText cursor node { id } } }
    autocomplete(prefix: $text, kinds: $kinds) { matchedText entity { id } } }`;
  interface Found {
    search: { edges: { matched: string }[] };
    autocomplete: object[];
  }
  const search = async (text: string, kinds?: string[]): Promise<Found> => {
    const { data, errors } = await api.ask(query, { text, kinds });
    expect(errors).toEqual([]);
    return data as Found;
  };

  it.each([
    ['Ada Løvelace', 'EXACT', 3, 'Ada Løvelace'],
    ['ada l', 'BEGINNING', 2, 'Ada Løvelace'],
    ['lov a', 'WORDS', 1, 'Ada Løvelace'],
    ['Loevelace', 'WORDS', 1, 'Ada Løvelace'],
    ['ada lovlace', 'FUZZY', 0, 'Ada Løvelace'],
  ])('says how %s matched', async (text, matched, score, matchedText) => {
    const { search: found, autocomplete } = await search(text, ['AUTHOR']);
    expect(found).toMatchObject({
      totalCount: 1,
      edges: [{ matched, score, matchedText, node: { id: ADA } }],
    });
    expect(autocomplete).toEqual([{ matchedText, entity: { id: ADA } }]);
  });

  it.each([ONE, ` ${ONE} `, ONE.replace('paper:doi:', ''), ONE.replace('paper:doi:', 'https://doi.org/')])(
    'finds the entity with the identifier %s and nothing else',
    async (text) => {
      const { search: found, autocomplete } = await search(text);
      expect(found).toMatchObject({
        totalCount: 1,
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
        edges: [{ matched: 'IDENTIFIER', score: 4, matchedText: text.trim(), node: { id: ONE } }],
      });
      expect(autocomplete).toEqual([{ matchedText: text.trim(), entity: { id: ONE } }]);
      expect((await search(text, ['AUTHOR'])).search.edges).toEqual([]);
    },
  );

  it('pages through entities with an identifier from both ends', async () => {
    const page = async (size: object) =>
      (await api.ask(query, { text: ONE, ...size })).data.search as Found['search'];
    expect(await page({ first: 0 })).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } });
    expect(await page({ last: 0 })).toMatchObject({ edges: [], pageInfo: { hasPreviousPage: true } });
    expect((await page({ last: 1 })).edges).toHaveLength(1);
  });

  it('takes an identifier that is not stored for words', async () => {
    const { search: found } = await search('10.9999/not-stored');
    expect(found.edges.every(({ matched }) => matched !== 'IDENTIFIER')).toBe(true);
  });
});
