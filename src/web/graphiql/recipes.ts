import type { Example, ExampleEntities } from './examples.ts';

const json = (variables: object): string => JSON.stringify(variables, null, 2);

/**
 * More example queries, which GraphiQL does not show in tabs: for example what to read, whom to ask, and what is new.
 */
export const createRecipes = ({ author, otherAuthor, paper }: ExampleEntities): Example[] => [
  ...(paper ? paperRecipes(paper.id) : []),
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
    variables: json({ ids: [author.id, otherAuthor.id] }),
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
    variables: json({ ids: [author.id] }),
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
    variables: json({ id: author.id }),
  },
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

const paperRecipes = (id: string): Example[] => [
  {
    query: `# Papers like a paper, with the reasons
query RelatedPapers($id: ID!) {
  paper(id: $id) {
    relatedPapers(first: 5) {
      totalCount
      edges {
        node { title year }
        score
        scores { coupling cocitation authors topics }
        sharedReferences(first: 3) { totalCount nodes { title } }
      }
    }
  }
}
`,
    variables: json({ id }),
  },
  {
    query: `# Who could review a paper, without conflicts of interest
query Reviewers($id: ID!) {
  reviewers(about: { paperId: $id }, first: 5) {
    totalCount
    excludedCount
    edges { node { name } score relatedPapers { paper { title } similarity } }
    excluded(first: 3) { author { name } reasons }
  }
}
`,
    variables: json({ id }),
  },
  {
    query: `# What many of the papers around a paper build on, and what builds on them
query PriorAndDerivativeWorks($id: ID!) {
  paper(id: $id) {
    priorWorks(first: 5) { count paper { title year } }
    derivativeWorks(first: 5) { count paper { title year } }
  }
}
`,
    variables: json({ id }),
  },
];
