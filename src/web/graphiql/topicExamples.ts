import { variablesText, type Example } from './example.ts';
import type { NamedEntity } from './exampleEntities.ts';

/** Example queries about how two topics are connected, and who works on them. */
export const topicExamples = ([from, to]: readonly [NamedEntity, NamedEntity]): Example[] => [
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
    variables: variablesText({ from: from.id, to: to.id }),
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
