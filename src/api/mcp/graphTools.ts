import { z } from 'zod';
import { entityKinds } from '../../graph/model/entityKinds.ts';
import { entityLine, listText, namedFields, NOT_STORED, type NamedEntity, type Tool } from './tool.ts';

interface RelatedPapersData {
  paper: {
    label: string;
    relatedPapers: {
      totalCount: number;
      edges: {
        node: NamedEntity;
        score: number;
        sharedReferences: { totalCount: number };
        sharedCiters: { totalCount: number };
        sharedAuthors: { totalCount: number };
        sharedTopics: { totalCount: number };
      }[];
    };
  } | null;
}

const relatedPapers: Tool = {
  title: 'Related papers',
  description:
    'Lists papers like a paper, by shared references, citing papers, authors and topics, best first, with the reasons.',
  input: {
    id: z.string().describe('The id of a paper'),
    first: z.number().int().min(1).max(50).default(10).describe('The maximum number of papers'),
  },
  document: `query ($id: ID!, $first: Int) {
    paper(id: $id) {
      label
      relatedPapers(first: $first) {
        totalCount
        edges {
          node { ${namedFields} }
          score
          sharedReferences(first: 0) { totalCount }
          sharedCiters(first: 0) { totalCount }
          sharedAuthors(first: 0) { totalCount }
          sharedTopics(first: 0) { totalCount }
        }
      }
    }
  }`,
  text: ({ paper }: RelatedPapersData) =>
    paper
      ? listText(
          `${paper.relatedPapers.totalCount} papers like “${paper.label}”`,
          paper.relatedPapers.edges.map(({ node, score, ...shared }) => {
            const reasons = Object.entries({
              references: shared.sharedReferences,
              'citing papers': shared.sharedCiters,
              authors: shared.sharedAuthors,
              topics: shared.sharedTopics,
            }).flatMap(([name, { totalCount }]) => (totalCount > 0 ? [`${totalCount} ${name}`] : []));
            return `${entityLine(node)}: score ${score}, shares ${reasons.join(', ')}`;
          }),
        )
      : NOT_STORED,
};

interface SliceData {
  graph: {
    nodes: { entity: NamedEntity }[];
    edges: { source: string; target: string; relation: string; weight: number }[];
    clusters: { label: string; members: string[] }[];
    missingIds: string[];
  };
}

const slice: Tool = {
  title: 'Part of the graph',
  description:
    'Returns the entities around some entities, the edges among all of these, and the groups that they form. Useful to draw or to analyze a neighborhood.',
  input: {
    ids: z.array(z.string()).min(1).max(10).describe('The ids of the entities in the center'),
    kinds: z.array(z.enum(entityKinds)).optional().describe('Only neighbors of these kinds'),
    depth: z.number().int().min(0).max(2).default(1).describe('The number of steps from the center'),
    perKind: z
      .number()
      .int()
      .min(1)
      .max(50)
      .default(10)
      .describe('The maximum number of neighbors of a kind'),
  },
  document: `query ($ids: [ID!]!, $kinds: [EntityKind!], $depth: Int, $perKind: Int) {
    graph(ids: $ids, kinds: $kinds, depth: $depth, perKind: $perKind) {
      nodes { entity { ${namedFields} } }
      edges { source target relation weight }
      clusters { label members }
      missingIds
    }
  }`,
  text: ({ graph: { nodes, edges, clusters, missingIds } }: SliceData) =>
    [
      listText(
        `${nodes.length} entities`,
        nodes.map(({ entity }) => entityLine(entity)),
      ),
      listText(
        `${edges.length} edges`,
        edges.map(
          ({ source, target, relation, weight }) => `${source} ${relation} ${target}, weight ${weight}`,
        ),
      ),
      listText(
        'Groups',
        clusters.map(({ label, members }) => `${label}: ${members.join(' ')}`),
      ),
      ...(missingIds.length > 0 ? [`Not stored: ${missingIds.join(' ')}`] : []),
    ].join('\n'),
};

export const graphTools = { related_papers: relatedPapers, slice };
