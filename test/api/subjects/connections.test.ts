import { ADA, BO, CY, ONE, TWO } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

describe('connections', () => {
  const api = served();

  it('pages through a list with its cursors', async () => {
    const query = `query ($after: String) { author(id: "${ADA}") { papers(first: 2, after: $after) {
      totalCount nodes { id } edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
    const first = (await api.ask(query)).data.author.papers;
    expect(first).toMatchObject({
      totalCount: 3,
      nodes: [{ id: TWO }, { id: ONE }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: first.edges[0].cursor },
    });
    const second = (await api.ask(query, { after: first.pageInfo.endCursor })).data.author.papers;
    expect(second).toMatchObject({
      totalCount: 3,
      nodes: [{ id: 'paper:doi:10.1000/big' }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: second.edges[0].cursor },
    });
  });

  it('pages through a list from its end', async () => {
    const query = `query ($first: Int, $after: String, $last: Int, $before: String) { author(id: "${ADA}") {
      papers(first: $first, after: $after, last: $last, before: $before) {
        totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
    const whole = (await api.ask(query)).data.author.papers;
    const idsOf = (edges: { node: { id: string } }[]): string[] => edges.map(({ node }) => node.id);
    const ids = idsOf(whole.edges);
    expect(ids).toEqual([TWO, ONE, 'paper:doi:10.1000/big']);
    const asked = async (variables: object) => {
      const { data, errors } = await api.ask(query, variables);
      expect(errors).toEqual([]);
      const { totalCount, edges, pageInfo } = data.author.papers;
      return {
        totalCount,
        ids: idsOf(edges),
        next: pageInfo.hasNextPage,
        previous: pageInfo.hasPreviousPage,
        start: pageInfo.startCursor,
      };
    };
    const end = await asked({ first: null, last: 2, before: '' });
    expect(end).toMatchObject({ totalCount: 3, ids: ids.slice(1), next: false, previous: true });
    const start = await asked({ after: null, last: 2, before: end.start });
    expect(start).toMatchObject({ totalCount: 3, ids: ids.slice(0, 1), next: true, previous: false });
    expect(await asked({ first: 2, after: '', before: '' })).toMatchObject({ ids: ids.slice(0, 2) });
    expect(await asked({ last: 0 })).toMatchObject({ ids: [], next: false, previous: true });
  });

  it('reads entries and the count in one call, and only the selected parts', async () => {
    const asked = async (fields: string) =>
      (await api.ask(`{ author(id: "${ADA}") { papers { ${fields} } } }`)).calls;
    expect(await asked('nodes { id } totalCount edges { cursor } pageInfo { hasNextPage }')).toEqual([
      'neighborhoods',
    ]);
    expect(await asked('totalCount')).toEqual(['neighborhoods']);
    expect(await asked('__typename')).toEqual(['entities']);
  });

  it('counts a list with first: 0', async () => {
    const { data } = await api.ask(
      `{ author(id: "${ADA}") { collaborators(first: 0) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`,
    );
    expect(data.author.collaborators).toEqual({
      totalCount: 2,
      nodes: [],
      pageInfo: { hasNextPage: true, endCursor: null },
    });
  });

  it('makes one call for a field of any number of parents', async () => {
    const { calls, errors } = await api.ask(`{
      authors(first: 10) { totalCount nodes {
        papers(first: 5) { totalCount nodes { id authors(first: 5) { totalCount nodes { topics(first: 5) { nodes { id } } } } } }
        collaborators(first: 8) { edges { collaboration { papers { totalCount nodes { id } } } } }
        neighbors { nodes { id } }
        metrics { hIndex }
      } }
    }`);
    expect(errors).toEqual([]);
    expect(calls.sort()).toEqual(
      [
        'list',
        'neighbors',
        'neighbors',
        'neighbors',
        'neighbors',
        'neighbors',
        'commonNeighbors',
        'metrics',
      ].sort(),
    );
  });

  it('uses the default of an argument that is null', async () => {
    const { data, errors } = await api.ask(
      `query ($first: Int, $order: PaperOrder) { author(id: "${ADA}") { papers(first: $first, orderBy: $order) { nodes { id } } } }`,
      { first: null, order: null },
    );
    expect(errors).toEqual([]);
    expect(data.author.papers.nodes).toHaveLength(3);
  });

  it.each([
    ['papers(first: 101) { nodes { id } }', 'first'],
    ['papers(first: -1) { totalCount }', 'first'],
    ['papers(after: "nonsense") { nodes { id } }', 'after'],
    ['papers(filter: { years: { from: 3, to: 2 } }) { nodes { id } }', 'filter.years'],
    [`papers(filter: { topicIds: ["${ONE}"] }) { nodes { id } }`, 'filter.topicIds'],
    ['collaborators(filter: { minPapers: 0 }) { nodes { id } }', 'filter.minPapers'],
    ['neighbors(first: 101) { nodes { id } }', 'first'],
    ['papers(last: 101) { nodes { id } }', 'last'],
    ['papers(first: 10, last: 10) { nodes { id } }', 'last'],
    ['topics(first: 0, last: 1) { totalCount }', 'last'],
    ['papers(last: 1, before: "nonsense") { nodes { id } }', 'before'],
    ['papers(before: "nonsense") { nodes { id } }', 'before'],
    ['neighbors(last: 1, after: "nonsense") { nodes { id } }', 'after'],
  ])('refuses %s and answers the other fields', async (field, argument) => {
    const { data, errors } = await api.ask(`{ author(id: "${ADA}") { name wrong: ${field} } }`);
    expect(data.author).toEqual({ name: 'Ada Løvelace', wrong: null });
    expect(errors).toMatchObject([
      { path: ['author', 'wrong'], extensions: { code: 'BAD_USER_INPUT', argument } },
    ]);
  });

  it('refuses the cursor of another list or order', async () => {
    const { data } = await api.ask(
      `{ author(id: "${ADA}") { papers(first: 1) { pageInfo { endCursor } } } }`,
    );
    const after = data.author.papers.pageInfo.endCursor as string;
    const { errors } = await api.ask(
      `query ($after: String) { author(id: "${ADA}") {
        papers(after: $after, orderBy: OLDEST) { nodes { id } } topics(after: $after) { nodes { id } } neighbors(after: $after) { nodes { id } } } }`,
      { after },
    );
    expect(errors.map(({ path }) => path?.at(-1)).sort()).toEqual(['neighbors', 'papers', 'topics']);
  });

  it('orders and filters collaborators', async () => {
    const { data } = await api.ask(`{ author(id: "${ADA}") {
      collaborators { edges { node { id } collaboration { paperCount strength } } }
      twice: collaborators(filter: { minPapers: 2 }) { totalCount nodes { id } }
      about: collaborators(filter: { topicIds: ["topic:keyword:logic"], venueNames: [] }) {
        edges { node { id } collaboration { paperCount papers { nodes { id } } } } }
    } }`);
    expect(data.author.collaborators.edges).toEqual([
      { node: { id: BO }, collaboration: { paperCount: 2, strength: 1.5 } },
      { node: { id: CY }, collaboration: { paperCount: 1, strength: 0.5 } },
    ]);
    expect(data.author.twice).toEqual({ totalCount: 1, nodes: [{ id: BO }] });
    expect(data.author.about.edges).toHaveLength(2);
    expect(data.author.about.edges[0].collaboration).toEqual({
      paperCount: 1,
      papers: { nodes: [{ id: TWO }] },
    });
  });

  it('joins the relations of neighbors in the order of RelationKind, page by page', async () => {
    const query = `query ($first: Int, $after: String, $last: Int, $before: String) { author(id: "${ADA}") {
      neighbors(first: $first, after: $after, last: $last, before: $before) {
      totalCount edges { cursor relation direction weight node { id } } pageInfo { hasNextPage hasPreviousPage } } } }`;
    const whole = (await api.ask(query, { first: 100 })).data.author.neighbors;
    expect(whole.totalCount).toBe(whole.edges.length);
    expect(whole.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false });
    const edges = whole.edges as { relation: string }[];
    expect(edges.map(({ relation }) => relation)).toEqual([
      'AFFILIATED_WITH',
      'AUTHORED',
      'AUTHORED',
      'AUTHORED',
      'CO_AUTHORED',
      'CO_AUTHORED',
      'WORKS_ON',
      'WORKS_ON',
    ]);
    for (let index = 0; index < whole.edges.length; index += 1) {
      const after = index === 0 ? null : whole.edges[index - 1].cursor;
      const page = (await api.ask(query, { first: 1, after })).data.author.neighbors;
      expect(page.edges).toEqual([whole.edges[index]]);
      expect(page.pageInfo).toEqual({
        hasNextPage: index < whole.edges.length - 1,
        hasPreviousPage: index > 0,
      });
      const before = whole.edges[index + 1]?.cursor ?? null;
      const back = (await api.ask(query, { last: 1, before })).data.author.neighbors;
      expect(back).toEqual(page);
    }
  });

  it('lists only neighbors of the requested kinds and relations', async () => {
    const { data, calls } = await api.ask(`{ paper(id: "${TWO}") {
      people: neighbors(kinds: [AUTHOR]) { totalCount edges { relation direction } }
      cited: neighbors(relations: [CITES], kinds: []) { edges { direction node { id } } }
      none: neighbors(relations: [CO_AUTHORED]) { totalCount nodes { id } pageInfo { hasNextPage } }
    } }`);
    expect(data.paper.people).toMatchObject({
      totalCount: 3,
      edges: [{ relation: 'AUTHORED', direction: 'IN' }, {}, {}],
    });
    expect(data.paper.cited.edges).toEqual([{ direction: 'OUT', node: { id: ONE } }]);
    expect(data.paper.none).toEqual({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } });
    expect(calls).toEqual(['neighborhoods', 'neighbors']);
  });

  it('are read with their entity in one call, also inside fragments', async () => {
    const papers = 'papers(first: 2) { nodes { id } }';
    const expected = (await api.ask(`{ author(id: "${ADA}") { id ${papers} } }`)).data.author;
    expect(expected.papers.nodes).toHaveLength(2);
    const same = [
      `{ node(id: "${ADA}") { ... on Author { id ...Papers } } } fragment Papers on Author { ${papers} }`,
      `{ node(id: "${ADA}") { ... on Paper { authors { nodes { id } } } ... on Entity { id } ... on Author { ${papers} } } }`,
      `query ($no: Boolean = false) { node: author(id: "${ADA}") { id topics @include(if: $no) { totalCount } ${papers} } }`,
    ];
    for (const query of same) {
      const { data, errors, calls } = await api.ask(query);
      expect(errors).toEqual([]);
      expect(data.node).toEqual(expected);
      expect(calls).toEqual(['neighborhoods']);
    }
    const refused = await api.ask(`{ author(id: "${ADA}") { id papers(first: 101) { nodes { id } } } }`);
    expect(refused.errors).toMatchObject([{ path: ['author', 'papers'], extensions: { argument: 'first' } }]);
    const none = await api.ask(
      `{ nodes(ids: ["author:s2:404", "${ADA}"]) { id ... on Author { ${papers} } } }`,
    );
    expect(none.data.nodes).toEqual([null, expected]);
  });
});

describe('a list that is late', () => {
  const never = new Promise<never>(() => undefined);
  const api = served({ operationMilliseconds: 400 }, () => ({ neighborhoods: () => never }));

  it('is null with TIMEOUT, and its entity is answered', async () => {
    const { data, errors } = await api.ask(`{ author(id: "${ADA}") { id papers { totalCount } } }`);
    expect(data.author).toEqual({ id: ADA, papers: { totalCount: null } });
    expect(errors).toMatchObject([
      { path: ['author', 'papers', 'totalCount'], extensions: { code: 'TIMEOUT' } },
    ]);
  });
});
