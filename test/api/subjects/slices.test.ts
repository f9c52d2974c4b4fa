import {
  ANN,
  ANN_TOO,
  BEN,
  CAT,
  circles,
  DAN,
  EVA,
  FAY,
  INSTITUTE,
  LOGIC,
  paperOf,
} from '../../support/api/circles.ts';
import { served, type Answer } from '../../support/api/served.ts';

interface SliceAnswer {
  nodes: { entity: { id: string }; distance: number; requestedId: string | null }[];
  edges: { key: string; source: string; target: string; relation: string }[];
  truncated: boolean;
  omitted: { nodeId: string; kind: string; count: number; after: string | null }[];
  missingIds: string[];
}

const all = `nodes { entity { id } distance requestedId }
  edges { key source target relation direction weight firstYear lastYear }
  truncated omitted { nodeId kind count after } missingIds`;

describe('a slice of the graph', () => {
  const api = served({}, undefined, circles);
  const slice = (args: string, fields = all): Promise<Answer> => api.ask(`{ graph(${args}) { ${fields} } }`);

  it('has the centers, their neighbors, and every edge among all of these', async () => {
    const { data, errors } = await slice(`ids: ["${ANN}"], relations: [CO_AUTHORED], depth: 2`);
    expect(errors).toEqual([]);
    expect(data.graph).toEqual({
      nodes: [
        { entity: { id: ANN }, distance: 0, requestedId: ANN },
        { entity: { id: BEN }, distance: 1, requestedId: null },
        { entity: { id: CAT }, distance: 1, requestedId: null },
        { entity: { id: DAN }, distance: 2, requestedId: null },
        { entity: { id: EVA }, distance: 2, requestedId: null },
      ],
      edges: [
        edge(BEN, DAN, 1, 2003, 2003),
        edge(BEN, ANN, 2, 1999, 2001),
        edge(CAT, DAN, 1, 2004, 2004),
        edge(CAT, EVA, 1, 2004, 2004),
        edge(CAT, ANN, 1, 2002, 2002),
        edge(DAN, EVA, 2, 2004, 2005),
      ],
      truncated: false,
      omitted: [],
      missingIds: [],
    });
  });

  it('counts the neighbors that it leaves out, and gives the cursor to continue', async () => {
    const { data } = await slice(`ids: ["${ANN}"], kinds: [AUTHOR, TOPIC], perKind: 1`);
    const { nodes, omitted } = data.graph as SliceAnswer;
    expect(nodes.map(({ entity }) => entity.id)).toEqual([ANN, BEN, 'topic:topic:graphs']);
    expect(omitted).toEqual([
      { nodeId: ANN, kind: 'AUTHOR', count: 1, after: expect.any(String) },
      { nodeId: ANN, kind: 'TOPIC', count: 1, after: expect.any(String) },
    ]);
    const further = await api.ask(
      `query ($authors: String, $topics: String) { author(id: "${ANN}") {
        authors: neighbors(kinds: [AUTHOR], after: $authors) { nodes { id } pageInfo { hasPreviousPage } }
        topics: neighbors(kinds: [TOPIC], after: $topics) { nodes { id } } } }`,
      { authors: omitted[0]?.after, topics: omitted[1]?.after },
    );
    expect(further.data.author).toEqual({
      authors: { nodes: [{ id: CAT }], pageInfo: { hasPreviousPage: true } },
      topics: { nodes: [{ id: LOGIC }] },
    });
  });

  it('accepts 500 ids with depth 0 and finds the edges among them', async () => {
    const others = Array.from({ length: 498 }, (_, number) => `paper:doi:10.1000/none-${number}`);
    const { data, errors } = await api.ask(
      `query ($ids: [ID!]!) { graph(ids: $ids, depth: 0) { edges { key } missingIds } }`,
      { ids: [ANN, ...others, BEN] },
    );
    expect(errors).toEqual([]);
    expect(data.graph).toEqual({ edges: [{ key: `CO_AUTHORED ${BEN} ${ANN}` }], missingIds: others });
  });

  it('has only the requested entities and their edges with depth 0', async () => {
    const ids = JSON.stringify([EVA, 'paper:doi:10.1000/none', INSTITUTE, ANN_TOO, EVA, ANN, DAN]);
    const { data, calls } = await slice(`ids: ${ids}, depth: 0, kinds: [PAPER]`);
    const { nodes, edges, omitted, missingIds } = data.graph as SliceAnswer;
    expect(nodes).toEqual([
      { entity: { id: EVA }, distance: 0, requestedId: EVA },
      { entity: { id: INSTITUTE }, distance: 0, requestedId: INSTITUTE },
      { entity: { id: ANN }, distance: 0, requestedId: ANN_TOO },
      { entity: { id: DAN }, distance: 0, requestedId: DAN },
    ]);
    expect(edges.map(({ key }) => key)).toEqual([
      `AFFILIATED_WITH ${EVA} ${INSTITUTE}`,
      `CO_AUTHORED ${DAN} ${EVA}`,
    ]);
    expect(omitted).toEqual([]);
    expect(missingIds).toEqual(['paper:doi:10.1000/none']);
    expect(calls).toEqual(['entities', 'links']);
  });

  it('is empty if no id is stored', async () => {
    const { data, errors } = await slice('ids: ["topic:topic:nothing"], depth: 2');
    expect(errors).toEqual([]);
    expect(data.graph).toEqual({
      nodes: [],
      edges: [],
      truncated: false,
      omitted: [],
      missingIds: ['topic:topic:nothing'],
    });
  });

  it('makes one call for each kind in each step, and one for edges and counts', async () => {
    const { data, calls } = await slice(`ids: ["${ANN}", "${EVA}"], depth: 2, perKind: 50`);
    expect(new Set((data.graph as SliceAnswer).edges.map(({ key }) => key)).size).toBe(
      data.graph.edges.length,
    );
    const took = (name: string): number => calls.filter((each) => each === name).length;
    expect(took('neighbors')).toBeLessThanOrEqual(4);
    expect([took('neighborhoods'), took('links')]).toEqual([1, 1]);
    expect(calls).toHaveLength(took('neighbors') + 2);
  });

  it('makes one call for one step around one entity', async () => {
    const { calls } = await slice(`ids: ["${ANN}"], depth: 1, perKind: 3`);
    expect(calls).toEqual(['egoNetwork']);
  });

  it('is the same for every equal request', async () => {
    const ask = () => slice(`ids: ["${LOGIC}", "${ANN}"], depth: 2, perKind: 2`);
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one.data).toEqual(other.data);
  });

  it('is divided into clusters, named by their topics', async () => {
    const ids = JSON.stringify([ANN, BEN, CAT, DAN, EVA, FAY, paperOf(1999), INSTITUTE]);
    const { data, errors, calls } = await slice(
      `ids: ${ids}, depth: 0, relations: [CO_AUTHORED]`,
      'clusters { id label members } modularity fine: clusters(resolution: 10) { members }',
    );
    expect(errors).toEqual([]);
    expect(data.graph.clusters).toEqual([
      { id: expect.any(String), label: 'sets, logic', members: [CAT, DAN, EVA] },
      { id: expect.any(String), label: 'graphs', members: [ANN, BEN] },
      { id: expect.any(String), label: 'music', members: [FAY] },
      { id: expect.any(String), label: 'graphs, logic', members: [paperOf(1999)] },
      { id: expect.any(String), label: 'sets, logic', members: [INSTITUTE] },
    ]);
    const { clusters } = data.graph as { clusters: { id: string }[] };
    expect(new Set(clusters.map(({ id }) => id)).size).toBe(5);
    expect(data.graph.modularity).toBeGreaterThan(0);
    expect(data.graph.fine).toHaveLength(8);
    expect(calls).toEqual(['entities', 'links', 'neighbors', 'neighbors', 'neighbors']);
  });

  it.each(['0.05', '10.5', '-1'])('is not divided with the resolution %s', async (resolution) => {
    const { data, errors } = await slice(
      `ids: ["${ANN}"]`,
      `clusters(resolution: ${resolution}) { id } truncated`,
    );
    expect(data.graph).toEqual({ clusters: null, truncated: false });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'resolution' });
  });

  it.each([
    ['ids: []', 'ids'],
    [`ids: [${`"${ANN}"`.repeat(11)}]`, 'ids'],
    [`ids: [${`"${ANN}"`.repeat(501)}], depth: 0`, 'ids'],
    [`ids: ["${ANN}", "nonsense"]`, 'ids'],
    [`ids: ["${ANN}"], depth: 3`, 'depth'],
    [`ids: ["${ANN}"], depth: -1`, 'depth'],
    [`ids: ["${ANN}"], perKind: 0`, 'perKind'],
    [`ids: ["${ANN}"], perKind: 51`, 'perKind'],
  ])('is refused with the arguments %s', async (args, argument) => {
    const { data, errors } = await slice(args);
    expect(data).toEqual({ graph: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('treats null arguments as absent', async () => {
    const query = `query ($kinds: [EntityKind!], $depth: Int) { graph(ids: ["${EVA}"], kinds: $kinds, depth: $depth) { ${all} } }`;
    const [nulls, empty] = await Promise.all([
      api.ask(query, { kinds: null, depth: null }),
      api.ask(query, { kinds: [] }),
    ]);
    expect(nulls.errors).toEqual([]);
    expect(nulls.data).toEqual(empty.data);
    expect((nulls.data.graph as SliceAnswer).nodes.length).toBeGreaterThan(5);
  });
});

describe('a slice that takes too long', () => {
  const never = new Promise<never>(() => undefined);
  const api = served({ operationMilliseconds: 300 }, () => ({ egoNetwork: () => never }), circles);

  it('is null with TIMEOUT and makes no further calls', async () => {
    const { data, errors, calls } = await api.ask(
      `{ graph(ids: ["${ANN}"]) { missingIds } statistics { paperCount } }`,
    );
    expect(data).toEqual({ graph: null, statistics: { paperCount: 31 } });
    expect(errors).toMatchObject([{ path: ['graph'], extensions: { code: 'TIMEOUT' } }]);
    expect(calls.sort()).toEqual(['egoNetwork', 'statistics']);
  });
});

const edge = (source: string, target: string, weight: number, firstYear: number, lastYear: number) => ({
  key: `CO_AUTHORED ${source} ${target}`,
  source,
  target,
  relation: 'CO_AUTHORED',
  direction: 'UNDIRECTED',
  weight,
  firstYear,
  lastYear,
});
