import { html, nothing, type TemplateResult } from 'lit';
import type { EntityKind, RemovedQuery } from '../__generated__/graphql.ts';
import { searchPath } from '../address.ts';
import { kindLabels } from '../labels.ts';
import { searchableText } from '../search/searchableText.ts';
import type { EntityHeader } from './entityHeader.ts';
import { removalNote } from './removalNote.ts';

/**
 * The heading of an entity's page if no entity has the id.
 *
 * @param removed the paper that had this id and that its source took back; null if there is none
 */
export const missingEntity = (
  kind: EntityKind,
  id: string,
  removed: RemovedQuery['removed'],
): Pick<EntityHeader, 'heading' | 'details'> =>
  removed
    ? { heading: 'Removed', details: removalNote(removed) }
    : {
        heading: 'Not found',
        details: html`<p class="lead">
            No ${kindLabels[kind].toLowerCase()} stored here has the id <code>${id}</code>.
          </p>
          <p>
            The data may not contain it, or the address is incomplete. ${searchLink(id)}
            <a href="/">Go to the home page</a>.
          </p>`,
      };

/**
 * A link that searches the name that an id contains. Returns nothing for an id with an identifier, such as an ORCID.
 */
const searchLink = (id: string): TemplateResult | typeof nothing => {
  const text = searchableText(id.split(':').slice(2).join(':'));
  return text === undefined ? nothing : html`<a href=${searchPath(text)}>Search for “${text}”</a>.`;
};
