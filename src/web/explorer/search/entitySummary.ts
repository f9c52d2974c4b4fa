import { html, nothing, type TemplateResult } from 'lit';
import type { EntitySummaryFragment, ResultSummaryFragment } from '../__generated__/graphql.ts';
import { countryName, formatCount, formatYears } from '../format.ts';
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

/**
 * A short description of an entity, for example "12 papers · Stanford University". In the list of search results it is
 * longer, for example "12 papers · 2007–2022 · with Jane Roe".
 */
export const entityDescription = (entity: EntitySummary | ResultSummaryFragment): string =>
  descriptionParts(entity)
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' · ');

const descriptionParts = (
  entity: EntitySummary | ResultSummaryFragment,
): (string | number | null | undefined)[] => {
  const paperCount = entity.paperCount > 0 ? formatCount(entity.paperCount, 'paper') : null;
  switch (entity.__typename) {
    case 'Author':
      return [paperCount, ...distinguishingParts(entity)];
    case 'Paper':
      return [authorNames(entity), entity.venueName, entity.year, citations(entity)];
    case 'Institution':
      return [entity.city, entity.countryCode && countryName(entity.countryCode), paperCount];
    case 'Topic':
      return [entity.level && topicLevelLabels[entity.level], paperCount];
    default: // a kind that only a newer server has
      return [paperCount];
  }
};

type Author = Extract<EntitySummary | ResultSummaryFragment, { __typename: 'Author' }>;
type Paper = Extract<EntitySummary, { __typename: 'Paper' }>;

/** What distinguishes an author from others of the same name. */
const distinguishingParts = (author: Author): (string | undefined)[] => {
  const institution = author.institutions?.nodes[0]?.name;
  if (!('metrics' in author)) return [institution];
  const { metrics, collaborators } = author;
  const names = (collaborators?.nodes ?? []).map(({ name }) => name).join(', ');
  return [
    formatYears(metrics?.firstYear ?? null, metrics?.lastYear ?? null),
    institution,
    names === '' ? undefined : `with ${names}`,
  ];
};

/** The first authors, for example "A, B, C and others". */
const authorNames = ({ authors }: Paper): string => {
  const names = (authors?.nodes ?? []).map(({ name }) => name);
  const others = (authors?.totalCount ?? names.length) > names.length ? ' and others' : '';
  return names.join(', ') + others;
};

const citations = ({ citationCount }: Paper): string | null =>
  citationCount === null ? null : formatCount(citationCount, 'citation');
