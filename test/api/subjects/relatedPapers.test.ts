import { ADA, BIG, BO, ONE, TWO } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

const GRAPHS = 'topic:topic:graphs';

describe('related papers', () => {
  const api = served();

  it('share references, citing papers, authors or topics with the paper; each part is told with its reasons', async () => {
    const { data, errors, extensions } = await api.ask(`{ paper(id: "${TWO}") { relatedPapers {
      totalCount status pageInfo { hasNextPage hasPreviousPage }
      edges { node { id } score scores { coupling cocitation authors topics }
        sharedReferences { totalCount nodes { id } } sharedCiters { totalCount }
        sharedAuthors { totalCount nodes { id } } sharedTopics { totalCount nodes { id } } }
    } } }`);
    expect(errors).toEqual([]);
    expect(extensions?.['cost']).toBeGreaterThan(10);
    const none = { totalCount: 0, nodes: [] };
    expect(data.paper.relatedPapers).toEqual({
      totalCount: 2,
      status: 'COMPLETE',
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
      edges: [
        {
          node: { id: ONE },
          score: 1.364965,
          scores: {
            coupling: 0,
            cocitation: 0,
            authors: 0.801184, // √((1/ln 4 + 1/ln 3) / (1/ln 4 + 2/ln 3)): Ada has 3 papers, Bo and Cy have 2 each
            topics: 0.563781, // √(ln² 3 / (ln² 3 + ln² 5)): of 4 papers 2 are about Graphs and 1 about logic
          },
          sharedReferences: none,
          sharedCiters: { totalCount: 0 },
          sharedAuthors: { totalCount: 2, nodes: [{ id: ADA }, { id: BO }] },
          sharedTopics: { totalCount: 1, nodes: [{ id: GRAPHS }] },
        },
        {
          node: { id: BIG },
          score: expect.any(Number),
          // √(1/ln 3 / (1/ln 3 + 1/ln 2)): TWO cites one paper, BIG that one and another
          scores: { coupling: 0.621975, cocitation: 0, authors: expect.any(Number), topics: 0 },
          sharedReferences: { totalCount: 1, nodes: [{ id: ONE }] },
          sharedCiters: { totalCount: 0 },
          sharedAuthors: { totalCount: 2, nodes: [{ id: ADA }, { id: expect.stringContaining('Cy') }] },
          sharedTopics: none,
        },
      ],
    });
  });

  it('are compared by the parts that are asked for, page by page, filtered or not', async () => {
    const query = `query ($by: [RelatedBy!], $filter: PaperFilter, $after: String) { paper(id: "${TWO}") {
      relatedPapers(by: $by, filter: $filter, first: 1, after: $after) {
        totalCount edges { cursor node { id } scores { coupling authors topics } } pageInfo { hasNextPage } } } }`;
    const pageBy = async (variables: object) =>
      (await api.ask(query, variables)).data.paper.relatedPapers as { edges: { cursor: string }[] };
    const first = await pageBy({ by: ['AUTHORS', 'COUPLING'] });
    expect(first).toMatchObject({
      totalCount: 2,
      edges: [{ node: { id: BIG }, scores: { coupling: 0.621975, topics: null } }],
      pageInfo: { hasNextPage: true },
    });
    const after = first.edges[0]?.cursor;
    expect(await pageBy({ by: ['COUPLING', 'AUTHORS', 'COUPLING'], after })).toMatchObject({
      edges: [{ node: { id: ONE }, scores: { coupling: 0, topics: null } }],
      pageInfo: { hasNextPage: false },
    });
    const { errors } = await api.ask(query, { by: ['AUTHORS'], after });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    expect(await pageBy({ filter: { years: { from: 2020 } } })).toMatchObject({
      totalCount: 1,
      edges: [{ node: { id: ONE }, scores: { authors: 0.801184 } }],
    });
    for (const by of [[], null]) {
      expect(await pageBy({ by })).toMatchObject({ edges: [{ node: { id: ONE }, scores: { coupling: 0 } }] });
    }
  });

  it.each([
    ['first: 101', 'first'],
    ['after: "nonsense"', 'after'],
    ['filter: { years: { from: 10000 } }', 'filter.years.from'],
  ])('refuse the arguments %s', async (argument, name) => {
    const { data, errors } = await api.ask(
      `{ paper(id: "${TWO}") { id relatedPapers(${argument}) { totalCount } } }`,
    );
    expect(data.paper).toEqual({ id: TWO, relatedPapers: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: name });
  });

  it('take as many calls for all papers as for one, with all fields selected', async () => {
    const query = `query ($first: Int) { papers(first: $first) { nodes { relatedPapers(first: 5) { totalCount status
      edges { score node { title } sharedReferences { nodes { id } } sharedCiters { totalCount }
        sharedAuthors { nodes { name } } sharedTopics { nodes { id } } } } } } }`;
    for (const first of [1, 4]) {
      const { errors, calls } = await api.ask(query, { first });
      expect(errors).toEqual([]);
      expect(calls.sort()).toEqual([...Array<string>(4).fill('commonNeighbors'), 'list', 'relatedPapers']);
    }
  });

  it('read only the selected parts', async () => {
    const { data, calls } = await api.ask(`{ paper(id: "${TWO}") { relatedPapers { status } } }`);
    expect(data.paper.relatedPapers.status).toBe('COMPLETE');
    expect(calls).toEqual(['entities', 'relatedPapers']);
  });
});

describe('related papers that are too many to score', () => {
  const api = served({}, () => ({
    relatedPapers: async (ids) =>
      new Map(
        ids.map((id) => [
          id,
          { entries: [], hasNext: false, hasPrevious: false, total: 0, status: 'STOPPED' },
        ]),
      ),
  }));

  it('are an empty list that says so', async () => {
    const { data } = await api.ask(`{ paper(id: "${TWO}") { relatedPapers { status nodes { id } } } }`);
    expect(data.paper.relatedPapers).toEqual({ status: 'STOPPED', nodes: [] });
  });
});
