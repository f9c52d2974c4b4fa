import { variablesText, type Example } from './example.ts';

/** Example queries about one paper: which papers are related to it, and who could review it. */
export const paperRecipes = (id: string): Example[] => [
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
    variables: variablesText({ id }),
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
    variables: variablesText({ id }),
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
    variables: variablesText({ id }),
  },
];
