import type {
  ComparisonExamplesQuery,
  ComparisonPartnersQuery,
  NamedEntityFragment,
} from '../__generated__/graphql.ts';
import { comparisonPath } from '../address.ts';
import type { Example } from '../components/examplePanel.ts';

/** A comparison of each kind of which two entities are stored. */
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

/** Comparisons of the entity that is chosen already with those that are closest to it. */
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
