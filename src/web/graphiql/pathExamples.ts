import { variablesText, type Example } from './example.ts';
import type { ExampleEntities } from './exampleEntities.ts';

/** Example queries about how people are connected, and who could introduce them to other people. */
export const pathExamples = ({
  prolificAuthor,
  youngAuthor,
  otherAuthor,
  distantAuthor,
}: ExampleEntities): Example[] => [
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
    variables: variablesText({ from: youngAuthor.id, to: otherAuthor.id }),
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
    variables: variablesText({ from: prolificAuthor.id, to: distantAuthor.id }),
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
    variables: variablesText({ id: youngAuthor.id }),
  },
];
