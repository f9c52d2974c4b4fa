import { html, type TemplateResult } from 'lit';
import type { ResultSummaryFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { kindLabels } from '../labels.ts';
import { entityDescription } from './entitySummary.ts';
import { markMatches } from './markMatches.ts';

/** An entity in the list of results. @param text the searched text */
export const resultItem = (entity: ResultSummaryFragment, text: string): TemplateResult => html`
  <span class="kind" data-kind=${entity.kind}>${kindLabels[entity.kind]}</span>
  <a class="name" href=${entityPath(entity.id)}>${markMatches(entity.label, text)}</a>
  <span class="description">${entityDescription(entity)}</span>
`;
