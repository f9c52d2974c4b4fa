import { html } from 'lit';
import type { EntityKind, RemovedQuery } from '../__generated__/graphql.ts';
import { kindLabels } from '../labels.ts';
import type { EntityHeader } from './entityHeader.ts';
import { removalNote } from './removalNote.ts';

/** The heading of a page without an entity. @param removed the entity that its source took back, if there was one */
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
            The data may not contain it, or the address is incomplete. <a href="/">Search for it by name</a>.
          </p>`,
      };
