import type { ImportRecord } from '../../../src/import/importRecord.ts';
import { served } from '../../support/api/served.ts';

const wei = { name: 'Wei Wang', affiliations: [{ name: 'Institute' }] };
const records: ImportRecord[] = [
  { title: 'Proofs', year: 1970, authors: [wei, { name: 'Ann' }], topics: [{ name: 'logic' }] },
  { title: 'Truth', year: 1972, authors: [wei, { name: 'Ann' }, { name: 'Ben' }], venueName: 'Annals' },
  { title: 'Genes', year: 2020, authors: [{ name: 'Wei Wang' }, { name: 'Cat' }] },
].map((record, index) => ({ ...record, source: 'test', ids: { doi: `10.1000/${index}` } }));

const WEI = 'author:test-name:Wei%20Wang';

describe('a possible mixture', () => {
  const api = served({}, undefined, { records, collaborationCap: 100 });
  const mixtureOf = async (id: string, argument = '') => {
    const { data, errors } = await api.ask(`{ author(id: "${id}") { possibleMixture${argument} {
      paperCount firstYear lastYear venueNames
      papers(first: 1) { title } collaborators { name } institutions { name } topics { name }
    } } }`);
    return { groups: data.author?.possibleMixture as unknown, errors };
  };

  it('has groups of papers, with what the papers of each have', async () => {
    expect(await mixtureOf(WEI)).toEqual({
      errors: [],
      groups: [
        {
          ...{ paperCount: 2, firstYear: 1970, lastYear: 1972, venueNames: ['Annals'] },
          papers: [{ title: 'Truth' }],
          collaborators: [{ name: 'Ann' }, { name: 'Ben' }],
          institutions: [{ name: 'Institute' }],
          topics: [{ name: 'logic' }],
        },
        {
          ...{ paperCount: 1, firstYear: 2020, lastYear: 2020, venueNames: [] },
          papers: [{ title: 'Genes' }],
          collaborators: [{ name: 'Cat' }],
          ...{ institutions: [], topics: [] },
        },
      ],
    });
    expect((await mixtureOf(WEI, '(first: 1)')).groups).toHaveLength(1);
  });

  it('is null for an author whose papers are one group', async () => {
    expect(await mixtureOf('author:test-name:Ann')).toEqual({ groups: null, errors: [] });
  });

  it('refuses more than 100 groups', async () => {
    const { errors } = await mixtureOf(WEI, '(first: 101)');
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } });
  });
});
