import { z } from 'zod';
import { reviewers } from './reviewerTool.ts';
import { entityLine, listText, namedFields, NOT_STORED, type NamedEntity, type Tool } from './tool.ts';

const authorId = z.string().describe('The id of an author');
const first = z.number().int().min(1).max(50).default(10).describe('The maximum number of authors');

interface CollaboratorsData {
  author: {
    label: string;
    collaborators: {
      totalCount: number;
      edges: {
        node: NamedEntity;
        collaboration: { paperCount: number; firstYear: number | null; lastYear: number | null };
      }[];
    };
  } | null;
}

const collaborators: Tool = {
  title: 'Collaborators',
  description: 'Lists who wrote papers with an author, with the number and the years of the joint papers.',
  input: { id: authorId, first },
  document: `query ($id: ID!, $first: Int) {
    author(id: $id) {
      label
      collaborators(first: $first) {
        totalCount
        edges { node { ${namedFields} } collaboration { paperCount firstYear lastYear } }
      }
    }
  }`,
  text: ({ author }: CollaboratorsData) =>
    author
      ? listText(
          `${author.collaborators.totalCount} collaborators of ${author.label}`,
          author.collaborators.edges.map(({ node, collaboration: { paperCount, firstYear, lastYear } }) => {
            const years = firstYear === null ? '' : `, ${firstYear}–${lastYear ?? firstYear}`;
            return `${entityLine(node)}: ${paperCount} joint papers${years}`;
          }),
        )
      : NOT_STORED,
};

interface SuggestionsData {
  author: {
    label: string;
    suggestedCollaborators: {
      totalCount: number;
      edges: {
        node: NamedEntity;
        scores: { adamicAdar: number; commonCollaboratorCount: number };
        commonCollaborators: { nodes: NamedEntity[] };
        sharedTopics: { nodes: NamedEntity[] };
      }[];
    };
  } | null;
}

const suggestions: Tool = {
  title: 'Suggested collaborators',
  description:
    'Suggests authors with whom an author has collaborators in common but no joint paper, best first, with the reasons.',
  input: { id: authorId, first },
  document: `query ($id: ID!, $first: Int) {
    author(id: $id) {
      label
      suggestedCollaborators(first: $first) {
        totalCount
        edges {
          node { ${namedFields} }
          scores { adamicAdar commonCollaboratorCount }
          commonCollaborators(first: 3) { nodes { ${namedFields} } }
          sharedTopics(first: 3) { nodes { ${namedFields} } }
        }
      }
    }
  }`,
  text: ({ author }: SuggestionsData) =>
    author
      ? listText(
          `${author.suggestedCollaborators.totalCount} suggestions for ${author.label}`,
          author.suggestedCollaborators.edges.map(({ node, scores, commonCollaborators, sharedTopics }) => {
            const names = (nodes: readonly NamedEntity[]) => nodes.map(({ label }) => label).join(', ');
            const topics =
              sharedTopics.nodes.length === 0 ? '' : `; topics of both: ${names(sharedTopics.nodes)}`;
            return `${entityLine(node)}: ${scores.commonCollaboratorCount} collaborators in common, for example ${names(commonCollaborators.nodes)}${topics}`;
          }),
        )
      : NOT_STORED,
};

interface PathsData {
  collaborationPaths: {
    status: string;
    paths: { authors: NamedEntity[]; steps: { collaboration: { paperCount: number } }[] }[];
  };
}

const paths: Tool = {
  title: 'Paths between authors',
  description:
    'Finds the shortest chains of collaborators between two authors, for example for an introduction.',
  input: {
    from: authorId,
    to: authorId,
    k: z.number().int().min(1).max(10).default(3).describe('The maximum number of paths'),
  },
  document: `query ($from: ID!, $to: ID!, $k: Int) {
    collaborationPaths(from: $from, to: $to, k: $k) {
      status
      paths { authors { ${namedFields} } steps { collaboration { paperCount } } }
    }
  }`,
  text: ({ collaborationPaths: { status, paths: found } }: PathsData) =>
    found.length === 0
      ? `There is no path: ${status}.`
      : listText(
          `${found.length} paths`,
          found.map(({ authors, steps }) =>
            authors
              .map(({ label, id }, index) => {
                const papers = steps[index]?.collaboration.paperCount;
                return `${label} [${id}]${papers === undefined ? '' : ` –(${papers} joint papers)–`}`;
              })
              .join(' '),
          ),
        ),
};

export const peopleTools = { collaborators, suggestions, paths, reviewers };
