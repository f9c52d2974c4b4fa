interface NamedEntity {
  readonly id: string;
  readonly name: string;
}

/** The entities that occur in the examples. */
export interface ExampleEntities {
  author: NamedEntity;
  prolificAuthor: NamedEntity;
  youngAuthor: NamedEntity;
  otherAuthor: NamedEntity;
  distantAuthor: NamedEntity;
  topics: readonly [NamedEntity, NamedEntity] | undefined;
  /** The id of a paper; undefined if none is stored. */
  paper: { readonly id: string } | undefined;
}

export interface Example {
  query: string;
  variables?: string;
}

const seedAuthor = (name: string): NamedEntity => ({
  id: `author:seed-name:${encodeURIComponent(name)}`,
  name,
});

/** Entities of the seed graph for which every example has an interesting answer. */
export const seedEntities: ExampleEntities = {
  author: seedAuthor('Berivan Isik'),
  prolificAuthor: seedAuthor('Michael W. Mahoney'),
  youngAuthor: seedAuthor('Kaan Ozkara'),
  otherAuthor: seedAuthor('Geoffrey Hinton'),
  distantAuthor: seedAuthor('Kevin Knight'),
  topics: [
    { id: 'topic:topic:differential%20privacy', name: 'Differential Privacy' },
    { id: 'topic:topic:machine%20translation', name: 'Machine Translation' },
  ],
  paper: { id: 'paper:arxiv:1706.03762' },
};

const text = (value: string): string => JSON.stringify(value);
const json = (variables: object): string => JSON.stringify(variables, null, 2);

/** The queries in the initial tabs. Each shows another part of the schema. */
export const createExamples = ({
  author,
  prolificAuthor,
  youngAuthor,
  otherAuthor,
  distantAuthor,
  topics,
}: ExampleEntities): Example[] => [
  {
    query: `# Find a person by the beginning of each name
query FindAPerson {
  search(text: ${text(author.name)}, kinds: [AUTHOR], first: 5) {
    nodes {
      id
      label
      paperCount
      ... on Author {
        collaborators(first: 5) {
          totalCount
          edges {
            node { id name }
            collaboration { paperCount firstYear lastYear strength }
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# An author's newest papers, with their authors in printed order
query PapersAndTheirAuthors {
  search(text: ${text(prolificAuthor.name)}, kinds: [AUTHOR], first: 1) {
    nodes {
      ... on Author {
        name
        metrics { paperCount collaboratorCount hIndex firstYear lastYear }
        papers(first: 5, orderBy: NEWEST) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes {
            title
            year
            venueName
            authors(first: 10) { edges { authorship { position } node { name } } }
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# All neighbors of a person, along any relation
query Neighbors {
  search(text: ${text(otherAuthor.name)}, kinds: [AUTHOR], first: 1) {
    nodes {
      id
      label
      neighbors(first: 25) {
        totalCount
        edges { relation direction weight node { kind id label } }
      }
    }
  }
}
`,
  },
  {
    query: `# How two people are connected, and the papers that connect them
query HowTwoPeopleAreConnected($from: ID!, $to: ID!) {
  fewestSteps: collaborationPaths(from: $from, to: $to, k: 3) {
    status
    distance
    paths {
      length
      authors { name }
      steps {
        from { name }
        to { name }
        collaboration { paperCount strength papers(first: 2) { nodes { title year } } }
      }
    }
  }
  strongestSteps: collaborationPaths(from: $from, to: $to, cost: STRENGTH) {
    distance
    paths { cost authors { name } }
  }
}
`,
    variables: json({ from: youngAuthor.id, to: otherAuthor.id }),
  },
  {
    query: `# The same without papers of large teams, whose members may not know each other
query ConnectedThroughSmallTeams($from: ID!, $to: ID!) {
  anyTeam: collaborationPaths(from: $from, to: $to) {
    distance
    paths { authors { name } }
  }
  smallTeams: collaborationPaths(from: $from, to: $to, k: 2, filter: { maxAuthorsPerPaper: 20 }) {
    distance
    paths {
      authors { name }
      steps { collaboration { paperCount papers(first: 1) { nodes { title year authorCount } } } }
    }
  }
}
`,
    variables: json({ from: prolificAuthor.id, to: distantAuthor.id }),
  },
  {
    query: `# Suggested collaborators of a person, the reasons, and who could introduce them
query SuggestedCollaborators($id: ID!) {
  author(id: $id) {
    name
    suggestedCollaborators(first: 3) {
      totalCount
      edges {
        node { name paperCount }
        score
        scores { adamicAdar commonCollaboratorCount jaccard resourceAllocation topicSimilarity }
        commonCollaborators { nodes { name } }
        sharedTopics { nodes { name } }
        introduction {
          authors { name }
          steps { collaboration { papers(first: 1) { nodes { title year } } } }
        }
      }
    }
  }
}
`,
    variables: json({ id: youngAuthor.id }),
  },
  ...(topics ? topicExamples(topics) : []),
  {
    query: `# A part of the graph for a drawing: nodes, all edges between them, and what was left out
query PartOfTheGraph($ids: [ID!]!) {
  graph(ids: $ids, depth: 1, perKind: 8) {
    nodes { distance entity { id kind label paperCount } }
    edges { key source target relation direction weight firstYear lastYear }
    omitted { nodeId kind count after }
    truncated
    missingIds
  }
}
`,
    variables: json({ ids: [author.id] }),
  },
  {
    query: `# Completions of a typed name, and the size of the graph
query Autocomplete($prefix: String!) {
  autocomplete(prefix: $prefix, first: 8) {
    matchedText
    entity { kind id label paperCount }
  }
  statistics { authorCount paperCount topicCount institutionCount collaborationCount asOf }
}
`,
    variables: json({ prefix: otherAuthor.name.slice(0, 4) }),
  },
];

const topicExamples = (topics: readonly [NamedEntity, NamedEntity]): Example[] => [
  {
    query: `# How two topics are connected, by papers about both or by authors who work on both
query HowTwoTopicsAreConnected($from: ID!, $to: ID!) {
  byPapers: topicPaths(from: $from, to: $to, k: 2) {
    distance
    paths {
      topics { name }
      steps { papers(first: 2) { totalCount nodes { title year } } }
    }
  }
  byPeople: topicPaths(from: $from, to: $to, through: AUTHORS) {
    distance
    paths {
      topics { name }
      steps { authors { totalCount nodes { name } } }
    }
  }
}
`,
    variables: json({ from: topics[0].id, to: topics[1].id }),
  },
  {
    query: `# Authors and institutions of a topic, and related topics
query ATopic {
  topics(orderBy: MOST_PAPERS, first: 3) {
    nodes {
      name
      level
      paperCount
      authors(first: 5) { edges { paperCount node { name } } }
      institutions(first: 5) { edges { paperCount node { name countryCode } } }
      relatedTopics(first: 5) { edges { paperCount node { name } } }
    }
  }
}
`,
  },
];

/** The examples for the seed graph. */
export const examples = createExamples(seedEntities);
