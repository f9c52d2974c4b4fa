import { nothing, type TemplateResult } from 'lit';
import type { PagedList } from '../api/pagedList.ts';
import { csvButton } from './csvButton.ts';
import { entityCountColumns } from './csvColumns.ts';
import { entityCountItem, type EntityCount } from './entityCountItem.ts';
import { pagedItems } from './pagedItems.ts';
import { panel } from './panel.ts';

/**
 * A panel with entities and the number of papers of each. Returns nothing if the list is empty.
 *
 * @param noun plural of the entities, for example "topics"
 * @param owner the name of the entity on whose page the panel is
 */
export const entityCountPanel = (
  id: string,
  heading: string,
  list: PagedList<EntityCount>,
  noun: string,
  owner: string,
): TemplateResult | typeof nothing =>
  list.total === 0
    ? nothing
    : panel({
        id,
        heading,
        count: list.total,
        control: csvButton(list, `${owner} ${heading}`, entityCountColumns),
        body: pagedItems(list, entityCountItem, { empty: '', noun }, 'row-list'),
      });
