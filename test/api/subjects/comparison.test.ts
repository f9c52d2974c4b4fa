import { ADA, BIG, BO, CY, DEE, GOTTINGEN, ONE, TWO } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

const GRAPHS = 'topic:topic:graphs';
const LOGIC = 'topic:keyword:logic';

describe('a comparison', () => {
  const api = served();

  it('of two authors says what both have and what only one has', async () => {
    const { data, errors } = await api.ask(`{ comparison(ids: ["${ADA}", "${CY}"]) {
      entities { id label }
      authors { shared { nodes { name } } onlyFirst { totalCount } onlySecond { totalCount } }
      institutions { shared { totalCount } onlyFirst { nodes { id } } }
      papers { shared { nodes { title } } onlyFirst { nodes { title } } onlySecond { totalCount } }
      topics { shared { nodes { name } } onlyFirst { totalCount } onlySecond { totalCount } }
      references { shared { totalCount } }
      years { year firstPaperCount secondPaperCount }
    } }`);
    expect(errors).toEqual([]);
    expect(data.comparison).toEqual({
      entities: [
        { id: ADA, label: 'Ada Løvelace' },
        { id: CY, label: 'Cy Noether' },
      ],
      // both wrote with Bo; that they wrote with each other is no difference
      authors: {
        shared: { nodes: [{ name: 'Bo Erdős' }] },
        onlyFirst: { totalCount: 0 },
        onlySecond: { totalCount: 0 },
      },
      institutions: { shared: { totalCount: 0 }, onlyFirst: { nodes: [{ id: GOTTINGEN }] } },
      papers: {
        shared: { nodes: [{ title: 'More on Graphs' }, { title: 'Everyone' }] }, // also the one above the cap
        onlyFirst: { nodes: [{ title: 'On Graphs' }] },
        onlySecond: { totalCount: 0 },
      },
      topics: {
        shared: { nodes: [{ name: 'Graphs' }, { name: 'logic' }] },
        onlyFirst: { totalCount: 0 },
        onlySecond: { totalCount: 0 },
      },
      references: null,
      years: [
        { year: 2019, firstPaperCount: 1, secondPaperCount: 1 },
        { year: 2020, firstPaperCount: 1, secondPaperCount: 0 },
        { year: 2021, firstPaperCount: 1, secondPaperCount: 1 },
      ],
    });
  });

  it('of two papers has what they cite, and what cites them', async () => {
    const { data, errors } = await api.ask(`{ comparison(ids: ["${TWO}", "${BIG}"]) {
      references { shared { nodes { id } } onlyFirst { totalCount } onlySecond { nodes { title } } }
      papers { shared { totalCount } }
      authors { shared(first: 1) { nodes { name } pageInfo { hasNextPage } totalCount } }
    } }`);
    expect(errors).toEqual([]);
    expect(data.comparison).toEqual({
      references: {
        shared: { nodes: [{ id: ONE }] },
        onlyFirst: { totalCount: 0 },
        onlySecond: { nodes: [{ title: 'Alone' }] },
      },
      papers: { shared: { totalCount: 0 } },
      authors: {
        shared: { nodes: [{ name: 'Ada Løvelace' }], pageInfo: { hasNextPage: true }, totalCount: 2 },
      },
    });
  });

  it('continues a list after a cursor', async () => {
    const ask = (args: string) =>
      api.ask(`{ comparison(ids: ["${GRAPHS}", "${LOGIC}"]) { papers { shared(${args}) { edges { cursor node { id } } } }
        authors { shared { totalCount } } } }`);
    const { data } = await ask('first: 1');
    const [edge] = data.comparison.papers.shared.edges as { cursor: string; node: { id: string } }[];
    expect(edge?.node.id).toBe(TWO);
    const next = await ask(`first: 1, after: "${edge?.cursor}"`);
    expect(next.data.comparison.papers.shared.edges).toEqual([]);
  });

  it('is null if one of the two is not stored', async () => {
    const { data, errors } = await api.ask(
      `{ comparison(ids: ["${ADA}", "author:drawn-name:Nobody"]) { entities { id } } }`,
    );
    expect([data, errors]).toEqual([{ comparison: null }, []]);
  });

  it.each([
    [[], 'ids'],
    [[ADA], 'ids'],
    [[ADA, BO, DEE], 'ids'],
    [[ADA, ADA], 'ids'],
    [[ADA, GRAPHS], 'ids'],
    [['nonsense', ADA], 'ids[0]'],
  ])('is refused for the ids %j', async (ids, argument) => {
    const { data, errors } = await api.ask(
      'query ($ids: [ID!]!) { comparison(ids: $ids) { entities { id } } }',
      { ids },
    );
    expect(data).toEqual({ comparison: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('costs what its lists cost before it is executed', async () => {
    const { extensions } = await api.ask(
      `{ comparison(ids: ["${ADA}", "${CY}"]) { entities { id } topics { shared(first: 5) { nodes { id } } } years { year } } }`,
    );
    expect(extensions?.['cost']).toBe(2 + (3 + 5) + 40);
  });
});
