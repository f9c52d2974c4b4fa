import {
  ANN,
  ANN_TOO,
  BEN,
  CAT,
  circles,
  DAN,
  EVA,
  FAY,
  GRAPHS,
  LOGIC,
  paperOf,
  SETS,
} from '../../support/api/circles.ts';
import { served, type Answer } from '../../support/api/served.ts';

const all = `status isComplete distance paths { length cost authors { id } }`;

const peopleOf = ({ data }: Answer): string[][] =>
  (data.collaborationPaths.paths as { authors: { id: string }[] }[]).map(({ authors }) =>
    authors.map(({ id }) => id),
  );

describe('paths between authors', () => {
  const api = served({}, undefined, circles);
  const between = (from: string, to: string, rest = '', fields = all) =>
    api.ask(`{ collaborationPaths(from: "${from}", to: "${to}" ${rest}) { ${fields} } }`);

  it('are ordered by the number of steps, then by strength', async () => {
    const { data, errors, calls } = await between(ANN, DAN, 'k: 20');
    expect(errors).toEqual([]);
    expect(data.collaborationPaths).toEqual({
      status: 'FOUND',
      isComplete: true,
      distance: 2,
      paths: [
        { length: 2, cost: 2, authors: [{ id: ANN }, { id: BEN }, { id: DAN }] },
        { length: 2, cost: 2, authors: [{ id: ANN }, { id: CAT }, { id: DAN }] },
        { length: 3, cost: 3, authors: [{ id: ANN }, { id: CAT }, { id: EVA }, { id: DAN }] },
      ],
    });
    expect(calls).toEqual(['entities', 'collaborationPaths']);
  });

  it('are ordered by strength with cost: STRENGTH, for any number of steps', async () => {
    const { data } = await between(ANN, EVA, 'cost: STRENGTH, k: 2');
    expect(data.collaborationPaths).toMatchObject({
      distance: 3,
      paths: [
        { length: 3, cost: 2.166667, authors: [{ id: ANN }, { id: BEN }, { id: DAN }, { id: EVA }] },
        { length: 2, cost: 3, authors: [{ id: ANN }, { id: CAT }, { id: EVA }] },
      ],
    });
    expect(peopleOf(await between(ANN, EVA))).toEqual([[ANN, CAT, EVA]]);
    expect(peopleOf(await between(ANN, EVA, 'cost: STRENGTH, maxLength: 2'))).toEqual([[ANN, CAT, EVA]]);
  });

  it('list the joint papers that pass the filter', async () => {
    const steps = `steps { from { id } to { id } collaboration {
      paperCount firstYear strength papers { totalCount nodes { id } } } }`;
    const { data, calls } = await between(
      ANN,
      DAN,
      'filter: { years: { from: 2000 } }',
      `paths { ${steps} }`,
    );
    expect(data.collaborationPaths.paths[0].steps).toEqual([
      {
        from: { id: ANN },
        to: { id: BEN },
        collaboration: {
          paperCount: 1,
          firstYear: 2001,
          strength: 1,
          papers: { totalCount: 1, nodes: [{ id: paperOf(2001) }] },
        },
      },
      {
        from: { id: BEN },
        to: { id: DAN },
        collaboration: {
          paperCount: 1,
          firstYear: 2003,
          strength: 1,
          papers: { totalCount: 1, nodes: [{ id: paperOf(2003) }] },
        },
      },
    ]);
    expect(calls).toEqual(['entities', 'collaborationPaths', 'commonNeighbors']);
    expect(peopleOf(await between(ANN, DAN, 'filter: { years: { from: 2002 } }'))).toEqual([[ANN, CAT, DAN]]);
    const few = await between(ANN, DAN, 'filter: { years: { from: 2002 }, maxAuthorsPerPaper: 2 }');
    expect(few.data.collaborationPaths).toEqual({
      status: 'NOT_CONNECTED',
      isComplete: true,
      distance: null,
      paths: [],
    });
  });

  it('avoid authors by any of their ids, and ignore ids that are not stored', async () => {
    expect(peopleOf(await between(BEN, CAT, `avoidIds: ["${ANN_TOO}", "author:dblp:no/one"]`))).toEqual([
      [BEN, DAN, CAT],
    ]);
    const none = await between(BEN, CAT, `avoidIds: ["${ANN_TOO}", "${DAN}", "${DAN}"]`);
    expect(none.data.collaborationPaths).toMatchObject({ status: 'NOT_CONNECTED', paths: [] });
  });

  it('have different statuses for no connection and for a connection that is too long', async () => {
    expect((await between(ANN, FAY)).data.collaborationPaths).toEqual({
      status: 'NOT_CONNECTED',
      isComplete: true,
      distance: null,
      paths: [],
    });
    expect((await between(ANN, EVA, 'maxLength: 1')).data.collaborationPaths).toEqual({
      status: 'BEYOND_MAX_LENGTH',
      isComplete: true,
      distance: null,
      paths: [],
    });
  });

  it('have no steps from an author to the same author, without a search', async () => {
    const { data, calls } = await between(ANN_TOO, ANN, 'k: 5, filter: { minPapers: 9 }', `${all} `);
    expect(data.collaborationPaths).toEqual({
      status: 'FOUND',
      isComplete: true,
      distance: 0,
      paths: [{ length: 0, cost: 0, authors: [{ id: ANN }] }],
    });
    expect(calls).toEqual(['entities']);
  });

  it.each([
    ['nonsense', DAN, '', 'from'],
    [ANN, LOGIC, '', 'to'],
    ['author:dblp:no/one', DAN, '', 'from'],
    [ANN, 'author:dblp:no/one', '', 'to'],
    [ANN, DAN, 'k: 0', 'k'],
    [ANN, DAN, 'k: 21', 'k'],
    [ANN, DAN, 'maxLength: 0', 'maxLength'],
    [ANN, DAN, 'maxLength: 21', 'maxLength'],
    [ANN, DAN, `avoidIds: ["${LOGIC}"]`, 'avoidIds'],
    [ANN, DAN, 'avoidIds: ["nonsense"]', 'avoidIds'],
    [ANN, DAN, `avoidIds: ["${DAN}"]`, 'avoidIds'],
    [ANN, DAN, `avoidIds: ["${ANN_TOO}"]`, 'avoidIds'],
    [ANN, ANN, `avoidIds: ["${ANN_TOO}"]`, 'avoidIds'],
    [ANN, DAN, `avoidIds: [${'"author:dblp:no/one"'.repeat(101)}]`, 'avoidIds'],
    [ANN, DAN, 'filter: { minPapers: 0 }', 'filter.minPapers'],
  ])('are refused from %s to %s with the arguments %s', async (from, to, rest, argument) => {
    const { data, errors } = await between(from, to, rest);
    expect(data).toEqual({ collaborationPaths: null });
    expect(errors).toMatchObject([
      { path: ['collaborationPaths'], extensions: { code: 'BAD_USER_INPUT', argument } },
    ]);
  });

  it('are read in one call if several fields request them', async () => {
    const { calls } = await api.ask(`{
      a: collaborationPaths(from: "${ANN}", to: "${DAN}") { distance }
      b: collaborationPaths(from: "${ANN}", to: "${EVA}", cost: STRENGTH) { distance }
      c: collaborationPaths(from: "${ANN_TOO}", to: "${DAN}", avoidIds: []) { distance }
    }`);
    expect(calls).toEqual(['entities', 'collaborationPaths']);
  });
});

describe('a search for paths that ends early', () => {
  const api = served(
    { operationMilliseconds: 300 },
    () => ({
      collaborationPaths: async (queries) =>
        queries.map(() => ({ status: 'STOPPED', isComplete: false, paths: [] })),
      topicPaths: () => new Promise(() => undefined),
    }),
    circles,
  );

  it('has the status STOPPED if the search reaches its work limit', async () => {
    const { data, errors } = await api.ask(`{ collaborationPaths(from: "${ANN}", to: "${DAN}") { ${all} } }`);
    expect(errors).toEqual([]);
    expect(data.collaborationPaths).toEqual({
      status: 'STOPPED',
      isComplete: false,
      distance: null,
      paths: [],
    });
  });

  it('is null with TIMEOUT if the operation is late', async () => {
    const { data, errors } = await api.ask(
      `{ author(id: "${ANN}") { name } topicPaths(from: "${GRAPHS}", to: "${SETS}") { distance } }`,
    );
    expect(data).toEqual({ author: { name: 'Ann' }, topicPaths: null });
    expect(errors).toMatchObject([{ path: ['topicPaths'], extensions: { code: 'TIMEOUT' } }]);
  });
});
