/** What the page opens with: each runs on the seed graph, and shows another side of the schema. */
export const examples: { query: string; variables?: string }[] = [
  {
    query: `# Find a person by the beginnings of their names
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
    query: `# Everything one step away from a person, whatever the relation
query OneStepAway {
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
    query: `# Who works on a topic, where, and what is near it
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
    query: `# Completion as someone types, and how much is stored
query TypingAName($typed: String!) {
  autocomplete(prefix: $typed, first: 8) {
    matchedText
    entity { kind id label paperCount }
  }
  statistics { authorCount paperCount topicCount institutionCount collaborationCount asOf }
}
`,
    variables: '{ "typed": "hint" }',
  },
];
