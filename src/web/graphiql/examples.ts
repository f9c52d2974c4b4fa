/** The queries in the initial tabs. Each runs on the seed graph and shows another part of the schema. */
export const examples: { query: string; variables?: string }[] = [
  {
    query: `# Find a person by the beginning of each name
query FindAPerson {
  search(text: "Berivan Isik", kinds: [AUTHOR], first: 5) {
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
  search(text: "Michael W. Mahoney", kinds: [AUTHOR], first: 1) {
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
  search(text: "Geoffrey Hinton", kinds: [AUTHOR], first: 1) {
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
    variables: `{
  "from": "author:seed-name:Kaan%20Ozkara",
  "to": "author:seed-name:Geoffrey%20Hinton"
}`,
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
    variables: `{
  "from": "author:seed-name:Michael%20W.%20Mahoney",
  "to": "author:seed-name:Kevin%20Knight"
}`,
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
    variables: '{ "id": "author:seed-name:Kaan%20Ozkara" }',
  },
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
    variables: `{
  "from": "topic:topic:differential%20privacy",
  "to": "topic:topic:machine%20translation"
}`,
  },
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
    variables: '{ "ids": ["author:seed-name:Berivan%20Isik"] }',
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
    variables: '{ "prefix": "hint" }',
  },
];
