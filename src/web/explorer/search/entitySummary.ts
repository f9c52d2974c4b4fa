import { html, nothing, type TemplateResult } from 'lit';
import type { EntitySummaryFragment } from '../__generated__/graphql.ts';
import { countryOf, counted, kindWords, topicLevelWords } from '../labels.ts';

/** An entity as a search gives it, with what tells it from others of its name. */
export type Found = Extract<EntitySummaryFragment, object>;

/** An entity in a list of what was found. */
export const foundEntity = (entity: Found, matchedText = entity.label): TemplateResult => html`
  <span class="kind" data-kind=${entity.kind}>${kindWords[entity.kind]}</span>
  <span class="name">${entity.label}</span>
  <span class="more"
    >${matchedText === entity.label ? nothing : html`as “${matchedText}” · `}${aboutEntity(entity)}</span
  >
`;

/** What tells an entity from others of its name, in a few words. */
export const aboutEntity = (entity: Found): string => {
  const parts = (() => {
    switch (entity.__typename) {
      case 'Author':
        return [counted(entity.paperCount, 'paper'), entity.institutions?.nodes[0]?.name];
      case 'Paper':
        return [firstAuthor(entity), entity.venueName, entity.year];
      case 'Institution':
        return [
          entity.city,
          entity.countryCode && countryOf(entity.countryCode),
          counted(entity.paperCount, 'paper'),
        ];
      default:
        return [
          entity.level && topicLevelWords[entity.level],
          entity.paperCount > 0 ? counted(entity.paperCount, 'paper') : null,
        ];
    }
  })();
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
};

const firstAuthor = ({ authors }: Extract<Found, { __typename: 'Paper' }>): string | undefined => {
  const name = authors?.nodes[0]?.name;
  return name !== undefined && (authors?.totalCount ?? 1) > 1 ? `${name} and others` : name;
};
