import { ADA, BIG, BO, CY, GOTTINGEN, ONE } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

describe('entities by id', () => {
  const api = served();

  it('returns all fields of an author', async () => {
    const { data, errors } = await api.ask(`{
      author(id: "${ADA}") {
        __typename id kind label name alternativeNames identification paperCount identifiers { scheme value url }
        metrics { paperCount collaboratorCount citationCount hIndex i10Index firstYear lastYear papersWithUnknownCitations
          byYear { year paperCount citationCount } }
      }
    }`);
    expect(errors).toEqual([]);
    expect(data.author).toEqual({
      __typename: 'Author',
      id: ADA,
      kind: 'AUTHOR',
      label: 'Ada Løvelace',
      name: 'Ada Løvelace',
      alternativeNames: ['A. Løvelace'],
      identification: 'IDENTIFIER',
      paperCount: 3,
      identifiers: [
        { scheme: 'ORCID', value: '0000-0002-1825-0097', url: 'https://orcid.org/0000-0002-1825-0097' },
      ],
      metrics: {
        paperCount: 3,
        collaboratorCount: 2,
        citationCount: 15,
        hIndex: 2,
        i10Index: 1,
        firstYear: 2019,
        lastYear: 2021,
        papersWithUnknownCitations: 1,
        byYear: [
          { year: 2019, paperCount: 1, citationCount: 0 },
          { year: 2020, paperCount: 1, citationCount: 12 },
          { year: 2021, paperCount: 1, citationCount: 3 },
        ],
      },
    });
  });

  it('returns all fields of a paper, and null for an invalid URL', async () => {
    const { data, errors } = await api.ask(`{
      one: paper(id: "${ONE}") { title abstract date year paperType venueName url codeUrl citationCount isRetracted
        authorCount authorListIsComplete isTooLargeForCollaboration }
      big: paper(id: "${BIG}") { abstract date isTooLargeForCollaboration }
    }`);
    expect(errors).toEqual([]);
    expect(data.one).toEqual({
      title: 'On Graphs',
      abstract: 'Graphs are drawn.',
      date: '2020-05-01',
      year: 2020,
      paperType: 'ARTICLE',
      venueName: 'Annals',
      url: null,
      codeUrl: 'https://example.org/code',
      citationCount: 12,
      isRetracted: false,
      authorCount: 2,
      authorListIsComplete: true,
      isTooLargeForCollaboration: false,
    });
    expect(data.big).toEqual({ abstract: null, date: null, isTooLargeForCollaboration: true });
  });

  it('returns null in one call for an id that is not stored', async () => {
    const { data, errors, calls } = await api.ask(`{
      author(id: "author:orcid:0000-0001-5109-3700") { id }
      node(id: "topic:keyword:nothing") { id }
      paper(id: "PAPER:doi:10.1000/ONE") { id }
    }`);
    expect(data).toEqual({ author: null, node: null, paper: null });
    expect(errors.map(({ path }) => path)).toEqual([['paper']]);
    expect(calls).toEqual(['entities']);
  });

  it('ignores case in DOIs', async () => {
    const { data } = await api.ask('{ paper(id: "paper:doi:10.1000/ONE") { id } }');
    expect(data.paper.id).toBe(ONE);
  });

  it.each([
    ['author', ONE, 'id'],
    ['paper', ADA, 'id'],
    ['topic', GOTTINGEN, 'id'],
    ['institution', 'nonsense', 'id'],
  ])('refuses in the field %s the id %s', async (field, id, argument) => {
    const { data, errors } = await api.ask(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id });
    expect(data[field]).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('returns nodes in the requested order, with an error only at the malformed id', async () => {
    const ids = [BO, 'nonsense', ADA, 'author:dblp:no/one', BO];
    const { data, errors, calls } = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids,
    });
    expect(data.nodes).toEqual([{ id: BO }, null, { id: ADA }, null, { id: BO }]);
    expect(errors.map(({ path, extensions }) => [path, extensions['argument']])).toEqual([
      [['nodes', 1], 'ids[1]'],
    ]);
    expect(calls).toEqual(['entities']);
  });

  it('refuses more than 100 nodes', async () => {
    const ids = Array<string>(101).fill(ADA);
    const { errors } = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(errors[0]).toMatchObject({
      path: ['nodes'],
      extensions: { code: 'BAD_USER_INPUT', argument: 'ids' },
    });
  });

  it('looks up by identifiers, bare or as URLs, in one call', async () => {
    const { data, errors, calls } = await api.ask(`{
      lookup(scheme: ORCID, value: "https://orcid.org/0000-0002-1825-0097") { id }
      none: lookup(scheme: ORCID, value: "0000-0002-1825-0097", kind: AUTHOR) { id }
      lookups(identifiers: [
        { scheme: DOI, value: "doi:10.1000/ONE" }, { scheme: DOI, value: "10.1000/absent" },
        { scheme: ORCID, value: "0000-0002-1825-0098" }, { scheme: DBLP, value: "e/BoErdos", kind: AUTHOR }
      ]) { id }
    }`);
    expect(data.lookup).toEqual({ id: ADA });
    expect(data.lookups).toEqual([{ id: ONE }, null, null, { id: BO }]);
    expect(errors.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['lookups', 2], 'BAD_USER_INPUT'],
    ]);
    expect(calls).toEqual(['entities']);
  });

  it('refuses a kind that the identifier scheme does not have', async () => {
    const { data, errors } = await api.ask(
      '{ lookup(scheme: DOI, value: "10.1000/one", kind: AUTHOR) { id } }',
    );
    expect(data.lookup).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'value' });
  });

  it('returns authorships with names and affiliations as printed', async () => {
    const { data, calls } = await api.ask(`{
      paper(id: "${ONE}") { authors { edges { authorship {
        position isCorresponding nameAsPrinted affiliationsAsPrinted author { id } paper { id } institutions { id }
      } } } }
    }`);
    expect(data.paper.authors.edges[0].authorship).toEqual({
      position: 1,
      isCorresponding: true,
      nameAsPrinted: 'A. Løvelace',
      affiliationsAsPrinted: ['Dept. of Maths, Göttingen'],
      author: { id: ADA },
      paper: { id: ONE },
      institutions: [{ id: GOTTINGEN }],
    });
    expect(data.paper.authors.edges[1].authorship).toMatchObject({ position: 2, isCorresponding: null });
    expect(calls).toEqual(['neighborhoods', 'entities']);
  });

  it('returns the number of stored entities', async () => {
    const { data } =
      await api.ask(`{ statistics { authorCount paperCount topicCount institutionCount authorshipCount
      collaborationCount citationLinkCount papersTooLargeForCollaboration } }`);
    expect(data.statistics).toEqual({
      authorCount: 7,
      paperCount: 4,
      topicCount: 3,
      institutionCount: 2,
      authorshipCount: 11,
      collaborationCount: 3,
      citationLinkCount: 3,
      papersTooLargeForCollaboration: 1,
    });
  });

  it('returns the collaboration of two authors, and null if there is none', async () => {
    const { data, errors } = await api.ask(
      `
      query ($ada: ID!, $bo: ID!, $cy: ID!) {
        both: collaboration(from: $ada, to: $bo) { ...all }
        late: collaboration(from: $bo, to: $ada, filter: { years: { from: 2021 } }) { ...all }
        self: collaboration(from: $ada, to: $ada) { ...all }
        unknown: collaboration(from: $ada, to: "author:dblp:no/one") { ...all }
        never: collaboration(from: $ada, to: $cy, filter: { maxAuthorsPerPaper: 2 }) { ...all }
      }
      fragment all on Collaboration { paperCount firstYear lastYear strength papers { totalCount nodes { id } } }`,
      { ada: ADA, bo: BO, cy: CY },
    );
    expect(errors).toEqual([]);
    expect(data.both).toEqual({
      paperCount: 2,
      firstYear: 2020,
      lastYear: 2021,
      strength: 1.5,
      papers: { totalCount: 2, nodes: [{ id: 'paper:doi:10.1000/two' }, { id: ONE }] },
    });
    expect(data.late).toMatchObject({ paperCount: 1, strength: 0.5, papers: { totalCount: 1 } });
    expect([data.self, data.unknown, data.never]).toEqual([null, null, null]);
  });
});
