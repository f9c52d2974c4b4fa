import {
  JointPapersDocument,
  NodeDetailsDocument,
  PapersAboutTopicDocument,
  type ListedPaperFragment,
  type NodeDetailsQuery,
} from '../__generated__/graphql.ts';
import type { PicturedEntity, SliceEdge } from '../slice.ts';
import { sendQuery } from './sendQuery.ts';

export type ListedPaper = ListedPaperFragment;

/** The number of papers of an edge that the panel lists. */
const PAPER_COUNT = 8;

/**
 * Lines of text about a node: the institutions and topics of an author, the authors of a paper, the place of an
 * institution.
 */
export const fetchNodeFacts = async (
  endpoint: string,
  { id }: Pick<PicturedEntity, 'id'>,
  signal: AbortSignal,
): Promise<string[]> => {
  const { node } = await sendQuery(endpoint, NodeDetailsDocument, { id }, signal);
  return nodeFacts(node).filter((fact) => fact !== '');
};

const nodeFacts = (node: NodeDetailsQuery['node']): string[] => {
  if (!node) return [];
  if ('topics' in node) {
    const topics = node.topics?.nodes.map(({ name }) => name) ?? [];
    return [
      node.institutions?.nodes[0]?.name ?? '',
      topics.length > 0 ? `Works on ${topics.join(', ')}` : '',
    ];
  }
  if ('venueName' in node) return [authorLine(node.authors), node.venueName ?? ''];
  if ('city' in node) return [[node.city, node.countryCode].filter(Boolean).join(', ')];
  return [];
};

const authorLine = (
  authors: { nodes: readonly { name: string }[]; totalCount?: number | null } | null,
): string => {
  const names = authors?.nodes.map(({ name }) => name) ?? [];
  const others = (authors?.totalCount ?? 0) - names.length;
  return names.join(', ') + (others > 0 ? ` and ${others} more` : '');
};

/** The papers from which an edge is derived, newest first. Empty for relations whose papers the API does not list. */
export const fetchEdgePapers = async (
  endpoint: string,
  { source, target, relation }: SliceEdge,
  signal: AbortSignal,
): Promise<readonly ListedPaper[]> => {
  if (relation === 'CO_AUTHORED') {
    const variables = { from: source, to: target, first: PAPER_COUNT };
    const { collaboration } = await sendQuery(endpoint, JointPapersDocument, variables, signal);
    return collaboration?.papers?.nodes ?? [];
  }
  if (relation !== 'WORKS_ON' && relation !== 'RELATED_TO' && relation !== 'ACTIVE_IN') return [];
  const variables = { id: source, topicId: target, first: PAPER_COUNT };
  const { node } = await sendQuery(endpoint, PapersAboutTopicDocument, variables, signal);
  return node && 'papers' in node ? (node.papers?.nodes ?? []) : [];
};
