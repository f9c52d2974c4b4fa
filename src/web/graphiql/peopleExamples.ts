import { quoted, type Example } from './example.ts';
import type { ExampleEntities } from './exampleEntities.ts';

/** Example queries that find people, their papers and their neighbors. */
export const peopleExamples = ({ author, prolificAuthor, otherAuthor }: ExampleEntities): Example[] => [
  {
    query: `# Find a person by the beginning of each name
query FindAPerson {
  search(text: ${quoted(author.name)}, kinds: [AUTHOR], first: 5) {
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
  search(text: ${quoted(prolificAuthor.name)}, kinds: [AUTHOR], first: 1) {
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
  search(text: ${quoted(otherAuthor.name)}, kinds: [AUTHOR], first: 1) {
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
];
