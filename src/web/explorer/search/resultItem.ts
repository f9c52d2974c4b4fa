import { html, nothing, type TemplateResult } from 'lit';
import type { ResultSummaryFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { kindLabels } from '../labels.ts';
import { entityDescription } from './entitySummary.ts';
import { markMatches } from './markMatches.ts';

/**
 * An entity in the list of results.
 *
 * @param text the searched text
 * @param matchedText the spelling that matched, which may be an alternative name
 */
export const resultItem = (
  entity: ResultSummaryFragment,
  text: string,
  matchedText = entity.label,
): TemplateResult => html`
  <span class="kind" data-kind=${entity.kind}>${kindLabels[entity.kind]}</span>
  <a class="name" href=${entityPath(entity.id)}>${markMatches(entity.label, text)}</a>
  <span class="description"
    >${matchedText === entity.label ? nothing : html`as “${markMatches(matchedText, text)}” · `}${entityDescription(entity)}</span
  >
`;
