import type {
  ComparisonExamplesQuery,
  ComparisonPartnersQuery,
  NamedEntityFragment,
} from '../__generated__/graphql.ts';
import { comparisonPath } from '../address.ts';
import type { Example } from '../components/examplePanel.ts';

/** For each kind, a link to the comparison of two stored entities, unless fewer than two are stored. */
export const comparisonExamples = ({
  authors,
  topics,
  institutions,
  papers,
}: ComparisonExamplesQuery): Example[] => {
  const [author] = authors?.nodes ?? [];
  const [paper] = papers?.nodes ?? [];
  return [
    ...comparisonExample([author, author?.collaborators?.nodes[0]]),
    ...comparisonExample(topics?.nodes ?? []),
    ...comparisonExample(institutions?.nodes ?? []),
    ...comparisonExample([paper, paper?.relatedPapers?.nodes[0]]),
  ];
};

/** Links that compare the entity that the user has chosen with the entities most similar or closest to it. */
export const partnerExamples = ({ nodes }: ComparisonPartnersQuery): Example[] =>
  nodes.flatMap((node) =>
    node && 'partners' in node
      ? (node.partners?.nodes ?? []).flatMap((partner) => comparisonExample([node, partner]))
      : [],
  );

const comparisonExample = ([first, second]: readonly (NamedEntityFragment | undefined)[]): Example[] =>
  first && second
    ? [{ path: comparisonPath([first.id, second.id]), text: `${first.label} and ${second.label}` }]
    : [];
