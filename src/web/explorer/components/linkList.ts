import { html, type TemplateResult } from 'lit';
import { entityPath } from '../address.ts';

/** Links to entities, separated by commas. */
export const linkList = (
  entities: readonly { readonly id: string; readonly name: string }[],
): TemplateResult[] =>
  entities.map(({ id, name }, index) => html`${index > 0 ? ', ' : ''}<a href=${entityPath(id)}>${name}</a>`);
