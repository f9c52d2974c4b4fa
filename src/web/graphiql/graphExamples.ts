import { variablesText, type Example } from './example.ts';
import type { ExampleEntities } from './exampleEntities.ts';

/** Example queries for programs that draw a part of the graph or complete typed names. */
export const graphExamples = ({ author, otherAuthor }: ExampleEntities): Example[] => [
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
    variables: variablesText({ ids: [author.id] }),
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
    variables: variablesText({ prefix: otherAuthor.name.slice(0, 4) }),
  },
];
