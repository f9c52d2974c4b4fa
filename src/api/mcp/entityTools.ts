import { z } from 'zod';
import { entityKinds } from '../../graph/model/entityKinds.ts';
import { entityLine, listText, namedFields, NOT_STORED, type NamedEntity, type Tool } from './tool.ts';

interface SearchData {
  search: { totalCount: number; nodes: NamedEntity[] };
}

const search: Tool = {
  title: 'Search',
  description:
    'Finds authors, institutions, papers and topics by words of their names or titles, with their ids. Start here: the other tools need ids.',
  input: {
    text: z.string().max(200).describe('Words of a name or a title'),
    kinds: z.array(z.enum(entityKinds)).optional().describe('Only entities of these kinds'),
    first: z.number().int().min(1).max(50).default(10).describe('The maximum number of entities'),
  },
  document: `query ($text: String!, $kinds: [EntityKind!], $first: Int) {
    search(text: $text, kinds: $kinds, first: $first) { totalCount nodes { ${namedFields} } }
  }`,
  text: ({ search: { totalCount, nodes } }: SearchData) =>
    listText(`${totalCount} found, the best first`, nodes.map(entityLine)),
};

interface List {
  totalCount: number;
  nodes: NamedEntity[];
}

interface ProfileData {
  node:
    | (NamedEntity & {
        abstract?: string | null;
        metrics?: {
          citationCount: number;
          hIndex: number;
          firstYear: number | null;
          lastYear: number | null;
        };
      } & Partial<Record<keyof typeof listNames, List>>)
    | null;
}

/** The headings of the lists in a profile of an entity, by the names of the lists in the GraphQL document. */
const listNames = {
  institutions: 'Institutions',
  authors: 'Authors',
  collaborators: 'Collaborators, most joint papers first',
  partners: 'Partner institutions',
  topics: 'Topics',
  relatedTopics: 'Related topics',
  papers: 'Papers, newest first',
  references: 'References',
  citedBy: 'Cited by',
} as const;

const list = (name: keyof typeof listNames, first: number): string =>
  `${name}(first: ${first}) { totalCount nodes { ${namedFields} } }`;

const profile: Tool = {
  title: 'Profile',
  description:
    'Describes an author (metrics, institutions, collaborators, topics, papers), a paper (authors, abstract, references, citing papers), an institution or a topic.',
  input: { id: z.string().describe('The id of an author, institution, paper or topic') },
  document: `query ($id: ID!) {
    node(id: $id) {
      ... on Entity { ${namedFields} }
      ... on Author {
        metrics { citationCount hIndex firstYear lastYear }
        ${list('institutions', 5)} ${list('collaborators', 10)} ${list('topics', 10)} ${list('papers', 10)}
      }
      ... on Institution { ${list('authors', 10)} ${list('partners', 5)} ${list('topics', 10)} ${list('papers', 10)} }
      ... on Paper {
        abstract
        ${list('authors', 20)} ${list('institutions', 5)} ${list('topics', 10)} ${list('references', 10)} ${list('citedBy', 10)}
      }
      ... on Topic { ${list('authors', 10)} ${list('institutions', 5)} ${list('relatedTopics', 10)} ${list('papers', 10)} }
    }
  }`,
  text: ({ node }: ProfileData) => {
    if (!node) return NOT_STORED;
    const { metrics, abstract } = node;
    const years = metrics && `${metrics.firstYear ?? '?'}–${metrics.lastYear ?? '?'}`;
    return [
      entityLine(node),
      ...(metrics
        ? [`${metrics.citationCount} citations, h-index ${metrics.hIndex}, papers of ${years}`]
        : []),
      ...(abstract ? [`Abstract: ${abstract}`] : []),
      ...Object.entries(listNames).flatMap(([name, heading]) => {
        const found = node[name as keyof typeof listNames];
        return found ? [listText(`${heading} (${found.totalCount})`, found.nodes.map(entityLine))] : [];
      }),
    ].join('\n');
  },
};

export const entityTools = { search, profile };
