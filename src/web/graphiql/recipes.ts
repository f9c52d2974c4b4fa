import { variablesText, type Example } from './example.ts';
import type { ExampleEntities } from './exampleEntities.ts';
import { paperRecipes } from './paperRecipes.ts';

/**
 * More example queries, which GraphiQL does not show in tabs: for example what to read, whom to ask, and what is new.
 */
export const createRecipes = (entities: ExampleEntities): Example[] => [
  ...(entities.paper ? paperRecipes(entities.paper.id) : []),
  ...peopleRecipes(entities),
  ...overviewRecipes,
];

const peopleRecipes = ({ author, otherAuthor }: ExampleEntities): Example[] => [
  {
    query: `# Two people side by side: what they share, and what only one has
query TwoPeopleSideBySide($ids: [ID!]!) {
  comparison(ids: $ids) {
    authors {
      shared(first: 5) { totalCount nodes { name } }
      onlyFirst(first: 3) { totalCount nodes { name } }
      onlySecond(first: 3) { totalCount nodes { name } }
    }
    topics { shared { totalCount nodes { name } } }
    years { year firstPaperCount secondPaperCount }
  }
}
`,
    variables: variablesText({ ids: [author.id, otherAuthor.id] }),
  },
  {
    query: `# The groups around a person, and what each works on
query GroupsAroundAPerson($ids: [ID!]!) {
  graph(ids: $ids, kinds: [AUTHOR], perKind: 24) {
    modularity
    clusters { label members }
  }
}
`,
    variables: variablesText({ ids: [author.id] }),
  },
  {
    query: `# What is new in the work of a person
query WhatIsNew($id: ID!) {
  author(id: $id) {
    events(first: 10) { nodes { kind date year entity { label } paper { title } } }
    activity { years { year paperCount citationCount newCollaboratorCount } }
  }
}
`,
    variables: variablesText({ id: author.id }),
  },
];

/** Example queries about all stored data instead of one entity. */
const overviewRecipes: readonly Example[] = [
  {
    query: `# Which countries write about which topics
query TopicsByCountry {
  breakdown(of: {}, by: [TOPIC, COUNTRY], first: 10) {
    totalCount
    sum
    nodes { paperCount keys { label } }
  }
}
`,
  },
  {
    query: `# The newest papers of everything
query NewestPapers {
  feed(first: 10) { nodes { title date venueName authors(first: 3) { nodes { name } } } }
}
`,
  },
];
