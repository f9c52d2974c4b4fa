import { folderOf, papersIn, read } from './readFormat.ts';

const paperOf = async (fields: object) => {
  const work = JSON.stringify({ id: 'https://openalex.org/W1', title: 'T', ...fields });
  return papersIn(await read('openalex', await folderOf({ 'works.jsonl': work })))[0]!;
};

describe('the authors of an OpenAlex work', () => {
  it('have names, ids and institutions with their printed affiliations', async () => {
    const authorship = {
      author: {
        id: 'https://openalex.org/A5',
        display_name: 'Juan Alperín',
        orcid: 'https://orcid.org/0000-0002-9344-7439',
      },
      raw_author_name: 'J. P. Alperin',
      is_corresponding: true,
      institutions: [
        {
          id: 'https://openalex.org/I18',
          display_name: 'Simon Fraser University',
          ror: 'https://ror.org/0213rcc28',
          country_code: 'CA',
          type: 'funder',
        },
        {
          id: 'https://openalex.org/I43',
          display_name: 'Public Knowledge Project',
          country_code: null,
          type: 'new kind',
        },
      ],
      affiliations: [
        { raw_affiliation_string: 'SFU, Vancouver', institution_ids: ['https://openalex.org/I18'] },
        { raw_affiliation_string: 'At home', institution_ids: [] },
      ],
    };
    expect((await paperOf({ authorships: [authorship] })).authors).toEqual([
      {
        name: 'Juan Alperín',
        printedName: 'J. P. Alperin',
        ids: { orcid: 'https://orcid.org/0000-0002-9344-7439', openalex: 'A5' },
        corresponding: true,
        affiliations: [
          {
            printed: 'SFU, Vancouver',
            name: 'Simon Fraser University',
            ids: { ror: 'https://ror.org/0213rcc28', openalex: 'I18' },
            institutionType: 'FUNDER',
            countryCode: 'CA',
          },
          { name: 'Public Knowledge Project', ids: { openalex: 'I43' }, institutionType: 'OTHER' },
          { printed: 'At home' },
        ],
      },
    ]);
  });

  it('keep their positions if one is a placeholder or has no name', async () => {
    const authors = ['A9999999999', 'A5317838346', 'A7'].map((id) => ({
      author: { id: `https://openalex.org/${id}`, display_name: id === 'A7' ? null : 'Unknown' },
    }));
    const named = { author: { id: null, display_name: null }, raw_author_name: 'N. Amed' };
    expect((await paperOf({ authorships: [...authors, named] })).authors).toEqual([
      { name: '' },
      { name: '' },
      { name: '' },
      { name: 'N. Amed', printedName: 'N. Amed' },
    ]);
  });

  it('are an incomplete list if OpenAlex says so, or if 100 are listed and none is the last', async () => {
    const listed = (count: number, last: string) =>
      Array.from({ length: count }, (_, index) => ({
        author_position: index === count - 1 ? last : 'middle',
        author: { display_name: `A${index}` },
      }));
    expect((await paperOf({ is_authors_truncated: true })).authorListIsComplete).toBe(false);
    expect((await paperOf({ authorships: listed(100, 'middle') })).authorListIsComplete).toBe(false);
    expect(await paperOf({ authorships: listed(100, 'last') })).not.toHaveProperty('authorListIsComplete');
    expect(await paperOf({ authorships: listed(99, 'middle') })).not.toHaveProperty('authorListIsComplete');
  });
});
