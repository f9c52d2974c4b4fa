import { ADA, BO, GOTTINGEN, ONE } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

const GRAPHS = 'topic:topic:graphs';

describe('a breakdown', () => {
  const api = served();

  it('of everything by year has every year, and says how many papers have none', async () => {
    const { data, errors, calls } = await api.ask(
      `{ breakdown(of: {}, by: [YEAR]) { totalCount paperCount sum ungroupedCount
        nodes { paperCount keys { dimension value label entity { id } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.breakdown).toEqual({
      ...{ totalCount: 4, paperCount: 4, sum: 4, ungroupedCount: 0 },
      nodes: ['1999', '2019', '2020', '2021'].map((value) => ({
        paperCount: 1,
        keys: [{ dimension: 'YEAR', value, label: value, entity: null }],
      })),
    });
    expect(calls).toEqual(['breakdown']);
  });

  it('of an author by two dimensions pairs their values', async () => {
    const { data, errors } = await api.ask(
      `{ breakdown(of: { id: "${ADA}" }, by: [COLLABORATOR, TOPIC], first: 2) { totalCount sum ungroupedCount
        nodes { paperCount keys { label entity { id ... on Author { paperCount } } } } pageInfo { hasNextPage } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.breakdown).toEqual({
      // Ada wrote "one" and "two" with Bo and "two" with Cy; "big" is too large and has no topics
      ...{ totalCount: 4, sum: 5, ungroupedCount: 1, pageInfo: { hasNextPage: true } },
      nodes: [
        {
          paperCount: 2,
          keys: [
            { label: 'Bo Erdős', entity: { id: BO, paperCount: 2 } },
            { label: 'Graphs', entity: { id: GRAPHS } },
          ],
        },
        {
          paperCount: 1,
          keys: [expect.objectContaining({ label: 'Bo Erdős' }), expect.objectContaining({ label: 'logic' })],
        },
      ],
    });
  });

  it('continues after a cursor, and before one', async () => {
    const groups = (args: string) =>
      api.ask(
        `{ breakdown(of: { id: "${ONE}" }, by: [AUTHOR], ${args}) { edges { cursor node { keys { label } } } } }`,
      );
    const names = async (args: string): Promise<string[]> => {
      const { data } = await groups(args);
      const { edges } = data.breakdown as { edges: { node: { keys: { label: string }[] } }[] };
      return edges.flatMap(({ node }) => node.keys.map(({ label }) => label));
    };
    const all = await names('first: 10');
    expect(all).toEqual(['Cy Noether', 'Ada Løvelace', 'Bo Erdős', 'Eve', 'Fay', 'Gus']); // of papers that cite "one"; ties by id
    const { data } = await groups('first: 2');
    const { cursor } = data.breakdown.edges[1] as { cursor: string };
    expect(await names(`first: 3, after: "${cursor}"`)).toEqual(all.slice(2, 5));
    expect(await names(`last: 1, before: "${cursor}"`)).toEqual(all.slice(0, 1));
  });

  it('keeps to the filter and is null for an id that is not stored', async () => {
    const { data, errors } = await api.ask(
      `{ one: breakdown(of: { id: "${GOTTINGEN}", filter: { years: { from: 2020 } } }, by: [VENUE]) { nodes { keys { value } } }
        none: breakdown(of: { id: "author:drawn-name:Nobody" }, by: [YEAR]) { paperCount } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      one: { nodes: [{ keys: [{ value: 'Annals' }] }, { keys: [{ value: 'arXiv' }] }] },
      none: null,
    });
  });

  it.each([
    ['of: {}, by: []', 'by'],
    ['of: {}, by: [YEAR, TOPIC, VENUE]', 'by'],
    ['of: {}, by: [YEAR, YEAR]', 'by'],
    ['of: {}, by: [COLLABORATOR]', 'by'],
    [`of: { id: "${GRAPHS}" }, by: [COLLABORATOR]`, 'by'],
    ['of: {}, by: [TOPIC], values: ["no id"]', 'values'],
    ['of: { id: "nonsense" }, by: [YEAR]', 'of.id'],
    ['of: { filter: { years: { from: -1 } } }, by: [YEAR]', 'of.filter.years.from'],
    ['of: {}, by: [YEAR], first: 101', 'first'],
    ['of: {}, by: [YEAR], after: "nonsense"', 'after'],
  ])('is refused with the arguments %s', async (args, argument) => {
    const { data, errors } = await api.ask(`{ breakdown(${args}) { paperCount } }`);
    expect(data).toEqual({ breakdown: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});

describe('the activity of an author', () => {
  const api = served();

  it('has papers, citations, new collaborators and topics by year', async () => {
    const { data, errors, calls } = await api.ask(
      `{ author(id: "${ADA}") { activity { years { year paperCount citationCount newCollaboratorCount
        topics(first: 1) { paperCount topic { name } } } } } }`,
    );
    expect(errors).toEqual([]);
    const topic = (name: string) => [{ paperCount: 1, topic: { name } }];
    expect(data.author.activity.years).toEqual([
      { year: 2019, paperCount: 1, citationCount: 1, newCollaboratorCount: 0, topics: [] },
      { year: 2020, paperCount: 1, citationCount: 0, newCollaboratorCount: 1, topics: topic('Graphs') },
      { year: 2021, paperCount: 1, citationCount: 1, newCollaboratorCount: 1, topics: topic('logic') },
    ]);
    expect(calls).toEqual(['entities', 'activities']);
  });

  it('is refused for more than 100 topics a year', async () => {
    const { errors } = await api.ask(
      `{ author(id: "${ADA}") { activity { years { topics(first: 101) { paperCount } } } } }`,
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
  });
});
