import {
  ANN,
  BEN,
  CAT,
  circles,
  DAN,
  EVA,
  GRAPHS,
  INSTITUTE,
  LOGIC,
  paperOf,
  SETS,
} from '../../support/api/circles.ts';
import { served, type Answer } from '../../support/api/served.ts';

const suggested = (answer: Answer): string[] =>
  (answer.data.author.suggestedCollaborators.nodes as { id: string }[]).map(({ id }) => id);

describe('suggested collaborators', () => {
  const api = served({}, undefined, circles);

  it('are authors with a common collaborator and no joint paper, with their scores', async () => {
    const { data, errors } = await api.ask(`{ author(id: "${ANN}") { suggestedCollaborators {
      totalCount pageInfo { hasNextPage hasPreviousPage }
      edges { node { id } score
        scores { adamicAdar commonCollaboratorCount jaccard resourceAllocation topicSimilarity }
        commonCollaborators { totalCount nodes { id } } sharedTopics { totalCount nodes { id } } }
    } } }`);
    expect(errors).toEqual([]);
    expect(data.author.suggestedCollaborators).toEqual({
      totalCount: 2,
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
      edges: [
        {
          node: { id: DAN },
          score: 2.352934, // 1 / ln 2 + 1 / ln 3
          scores: {
            adamicAdar: 2.352934,
            commonCollaboratorCount: 2,
            jaccard: 0.666667,
            resourceAllocation: 0.833333,
            topicSimilarity: 0.57735, // (2, 2, 0) by (1, 1, 2)
          },
          commonCollaborators: { totalCount: 2, nodes: [{ id: BEN }, { id: CAT }] },
          sharedTopics: { totalCount: 2, nodes: [{ id: GRAPHS }, { id: LOGIC }] },
        },
        {
          node: { id: EVA },
          score: 0.910239,
          scores: {
            adamicAdar: 0.910239,
            commonCollaboratorCount: 1,
            jaccard: 0.333333,
            resourceAllocation: 0.333333,
            topicSimilarity: 0.316228,
          },
          commonCollaborators: { totalCount: 1, nodes: [{ id: CAT }] },
          sharedTopics: { totalCount: 1, nodes: [{ id: LOGIC }] },
        },
      ],
    });
  });

  it('have an introduction of two steps over the strongest collaborations, with the papers', async () => {
    const { data } = await api.ask(`{ author(id: "${ANN}") { suggestedCollaborators { edges { introduction {
      length cost authors { id }
      steps { from { id } to { id } collaboration { paperCount strength papers { nodes { id } } } }
    } } } } }`);
    const [dan, eva] = data.author.suggestedCollaborators.edges as { introduction: object }[];
    expect(dan?.introduction).toEqual({
      length: 2,
      cost: 2,
      authors: [{ id: ANN }, { id: BEN }, { id: DAN }],
      steps: [
        {
          from: { id: ANN },
          to: { id: BEN },
          collaboration: {
            paperCount: 2,
            strength: 2,
            papers: { nodes: [{ id: paperOf(2001) }, { id: paperOf(1999) }] },
          },
        },
        {
          from: { id: BEN },
          to: { id: DAN },
          collaboration: { paperCount: 1, strength: 1, papers: { nodes: [{ id: paperOf(2003) }] } },
        },
      ],
    });
    expect(eva).toMatchObject({ introduction: { authors: [{ id: ANN }, { id: CAT }, { id: EVA }] } });
  });

  it.each([
    ['ADAMIC_ADAR', 2.352934],
    ['COMMON_COLLABORATORS', 2],
    ['JACCARD', 0.666667],
    ['RESOURCE_ALLOCATION', 0.833333],
  ])('are ordered by %s, page by page', async (scoring, score) => {
    const query = `query ($scoring: SuggestionScoring, $after: String) { author(id: "${ANN}") {
      suggestedCollaborators(scoring: $scoring, first: 1, after: $after) {
        edges { cursor score node { id } } pageInfo { hasNextPage hasPreviousPage } } } }`;
    const first = (await api.ask(query, { scoring })).data.author.suggestedCollaborators;
    expect(first).toMatchObject({
      edges: [{ score, node: { id: DAN } }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const after = first.edges[0].cursor;
    const second = (await api.ask(query, { scoring, after })).data.author.suggestedCollaborators;
    expect(second).toMatchObject({
      edges: [{ node: { id: EVA } }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    const other = scoring === 'JACCARD' ? 'ADAMIC_ADAR' : 'JACCARD';
    const { data, errors } = await api.ask(query, { scoring: other, after });
    expect(data.author.suggestedCollaborators).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });

  it('are filtered without a change of their scores', async () => {
    const by = (filter: string) =>
      api.ask(
        `{ author(id: "${ANN}") { suggestedCollaborators(filter: ${filter}) { nodes { id } edges { score } } } }`,
      );
    expect(suggested(await by(`{ institutionIds: ["${INSTITUTE}"] }`))).toEqual([EVA]);
    expect(suggested(await by(`{ excludeInstitutionIds: ["${INSTITUTE}"], topicIds: [] }`))).toEqual([DAN]);
    expect(suggested(await by(`{ topicIds: ["${SETS}"], activeSinceYear: 2005 }`))).toEqual([DAN, EVA]);
    expect(suggested(await by('{ activeSinceYear: 2006 }'))).toEqual([]);
    const { data } = await by(`{ topicIds: ["${GRAPHS}"] }`);
    expect(data.author.suggestedCollaborators.edges).toEqual([{ score: 2.352934 }]);
  });

  it('have pages of common collaborators and shared topics', async () => {
    const query = `query ($after: String) { author(id: "${ANN}") { suggestedCollaborators(first: 1) { edges {
      commonCollaborators(first: 1, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage } }
    } } } }`;
    const first = (await api.ask(query)).data.author.suggestedCollaborators.edges[0].commonCollaborators;
    expect(first).toMatchObject({ edges: [{ node: { id: BEN } }], pageInfo: { hasNextPage: true } });
    const second = (await api.ask(query, { after: first.edges[0].cursor })).data.author;
    expect(second.suggestedCollaborators.edges[0].commonCollaborators).toMatchObject({
      edges: [{ node: { id: CAT } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it.each([
    ['first: 101', 'first'],
    ['after: "nonsense"', 'after'],
    ['filter: { activeSinceYear: 10000 }', 'filter.activeSinceYear'],
    [`filter: { institutionIds: ["${LOGIC}"] }`, 'filter.institutionIds'],
    ['filter: { excludeInstitutionIds: ["nonsense"] }', 'filter.excludeInstitutionIds'],
    [`filter: { topicIds: [${`"${LOGIC}"`.repeat(101)}] }`, 'filter.topicIds'],
  ])('refuse the arguments %s', async (argument, name) => {
    const { data, errors } = await api.ask(
      `{ author(id: "${ANN}") { name suggestedCollaborators(${argument}) { nodes { id } } } }`,
    );
    expect(data.author).toEqual({ name: 'Ann', suggestedCollaborators: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: name });
  });

  it('take as many calls for twenty authors as for two, with all fields selected', async () => {
    const query = `query ($first: Int) { authors(first: $first) { nodes { suggestedCollaborators(first: 5) {
      totalCount edges { score scores { jaccard }
        commonCollaborators { totalCount nodes { id } } sharedTopics { nodes { id } }
        introduction { authors { id } steps { collaboration { papers { nodes { id } } } } } }
    } } } }`;
    const expected = [
      'collaborationPaths',
      'commonNeighbors', // collaborators
      'commonNeighbors', // topics
      'commonNeighbors', // joint papers of the introductions
      'list',
      'suggestions',
    ];
    for (const first of [2, 20]) {
      const { data, errors, calls } = await api.ask(query, { first });
      expect(errors).toEqual([]);
      expect(data.authors.nodes).toHaveLength(first);
      expect(calls.sort()).toEqual(expected);
    }
  });

  it('read only the selected parts', async () => {
    const { data, calls } = await api.ask(
      `{ author(id: "${ANN}") { suggestedCollaborators { totalCount } } }`,
    );
    expect(data.author.suggestedCollaborators.totalCount).toBe(2);
    expect(calls).toEqual(['entities', 'suggestions']);
  });
});
