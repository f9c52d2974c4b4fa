import type {
  AuthorPathExamplesQuery,
  NamedEntityFragment,
  PathEndpointsQuery,
  SuggestedPairsFragment,
  TopicPathExamplesQuery,
} from '../__generated__/graphql.ts';
import { pathsPath, type PathKind } from '../address.ts';
import type { Example } from '../components/examplePanel.ts';
import { formatCount } from '../format.ts';

/**
 * Two entities that are probably connected by a path, and a short text about them, for example "3 common
 * collaborators".
 */
export interface ExamplePair {
  readonly from: NamedEntityFragment;
  readonly to: NamedEntityFragment;
  readonly note?: string;
}

/** Authors without a joint paper who share collaborators, so that there is a path of two steps. */
const suggestedPairs = (from: SuggestedPairsFragment): ExamplePair[] =>
  (from.suggestedCollaborators?.edges ?? []).map(({ node, scores: { commonCollaboratorCount } }) => ({
    ...{ from, to: node },
    note: formatCount(commonCollaboratorCount, 'common collaborator'),
  }));

/** Example pairs for a path between authors: authors with many collaborators, each with a suggested collaborator. */
export const authorPairs = ({ authors }: AuthorPathExamplesQuery): ExamplePair[] => {
  const pairs = (authors?.nodes ?? []).flatMap(suggestedPairs);
  // If each of two authors is suggested to the other one, only one of the two pairs is kept.
  const keyed = pairs.map((pair) => [[pair.from.id, pair.to.id].sort().join(' '), pair] as const);
  return [...new Map(keyed.toReversed()).values()].toReversed();
};

/** Example pairs for a path between topics: topics with many papers. */
export const topicPairs = ({ topics }: TopicPathExamplesQuery): ExamplePair[] => {
  const nodes = topics?.nodes ?? [];
  const half = Math.ceil(nodes.length / 2);
  return nodes.slice(half).flatMap((to, index) => (nodes[index] ? [{ from: nodes[index], to }] : []));
};

/** The user has chosen one end of the path: pairs of this entity with entities that a path connects with it. */
export const endpointPairs = ({ nodes }: PathEndpointsQuery): ExamplePair[] =>
  nodes.flatMap((node): ExamplePair[] => {
    if (node && 'suggestedCollaborators' in node) return suggestedPairs(node);
    if (!node || !('relatedTopics' in node)) return [];
    return (node.relatedTopics?.nodes ?? []).map((to) => ({ from: node, to }));
  });

export const pathExample = (kind: PathKind, { from, to, note }: ExamplePair): Example => ({
  path: pathsPath(kind, { from: from.id, to: to.id }),
  text: `From ${from.label} to ${to.label}`,
  note,
});
