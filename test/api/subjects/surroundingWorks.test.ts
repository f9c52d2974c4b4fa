import { BIG, ONE, TWO } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

describe('the surroundings of a paper', () => {
  const api = served();

  it('have prior works, which many of the papers around cite', async () => {
    const { data, errors, calls } = await api.ask(
      `{ paper(id: "${TWO}") { priorWorks { count paper { id title } } derivativeWorks(first: 3) { count } } }`,
    );
    expect(errors).toEqual([]);
    // BIG is coupled with TWO, and both cite ONE
    expect(data.paper).toEqual({
      priorWorks: [{ count: 2, paper: { id: ONE, title: 'On Graphs' } }],
      derivativeWorks: [],
    });
    expect(calls).toEqual(['entities', 'surroundingWorks', 'surroundingWorks']);
  });

  it('are refused for a list that is too long', async () => {
    const { data, errors } = await api.ask(`{ paper(id: "${TWO}") { id priorWorks(first: 101) { count } } }`);
    expect(data.paper).toEqual({ id: TWO, priorWorks: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
  });
});

describe('the citations of a paper', () => {
  const api = served();

  it('say what is reported, what is stored, and which is the larger one', async () => {
    const { data } = await api.ask(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Paper {
      citationSummary { reported stored count basis } } } }`,
      { ids: [ONE, 'paper:doi:10.1000/three', BIG] },
    );
    expect(data.nodes).toEqual(
      [
        { reported: 12, stored: 2, count: 12, basis: 'REPORTED' },
        { reported: null, stored: 1, count: 1, basis: 'STORED' },
        { reported: null, stored: 0, count: null, basis: 'UNKNOWN' },
      ].map((citationSummary) => ({ citationSummary })),
    );
  });
});
