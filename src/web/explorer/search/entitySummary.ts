import { html, nothing, type TemplateResult } from 'lit';
import type { EntitySummaryFragment } from '../__generated__/graphql.ts';
import { countryName, formatCount } from '../format.ts';
import { kindLabels, topicLevelLabels } from '../labels.ts';

/** An entity with the fields that distinguish it from others of the same name. */
export type EntitySummary = Extract<EntitySummaryFragment, object>;

/** An entity in the list of the combobox. @param matchedText the spelling that matched the input */
export const entityOption = (entity: EntitySummary, matchedText: string): TemplateResult => html`
  <span class="kind" data-kind=${entity.kind}>${kindLabels[entity.kind]}</span>
  <span class="name">${entity.label}</span>
  <span class="description"
    >${matchedText === entity.label ? nothing : html`as “${matchedText}” · `}${entityDescription(entity)}</span
  >
`;

/** For example "12 papers · Stanford University". */
export const entityDescription = (entity: EntitySummary): string =>
  descriptionParts(entity)
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' · ');

const descriptionParts = (entity: EntitySummary): (string | number | null | undefined)[] => {
  const paperCount = entity.paperCount > 0 ? formatCount(entity.paperCount, 'paper') : null;
  switch (entity.__typename) {
    case 'Author':
      return [paperCount, entity.institutions?.nodes[0]?.name];
    case 'Paper':
      return [firstAuthor(entity), entity.venueName, entity.year];
    case 'Institution':
      return [entity.city, entity.countryCode && countryName(entity.countryCode), paperCount];
    case 'Topic':
      return [entity.level && topicLevelLabels[entity.level], paperCount];
    default: // a kind that only a newer server has
      return [paperCount];
  }
};

const firstAuthor = ({ authors }: Extract<EntitySummary, { __typename: 'Paper' }>): string | undefined => {
  const name = authors?.nodes[0]?.name;
  return name !== undefined && (authors?.totalCount ?? 1) > 1 ? `${name} and others` : name;
};
