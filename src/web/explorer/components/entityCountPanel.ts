import type { TemplateResult } from 'lit';
import type { PagedList } from '../api/pagedList.ts';
import { entityCountItem, type EntityCount } from './entityCountItem.ts';
import { pagedItems, type ListTexts } from './pagedItems.ts';
import { panel } from './panel.ts';

/** A panel with entities and the number of papers of each. */
export const entityCountPanel = (
  id: string,
  heading: string,
  list: PagedList<EntityCount>,
  texts: ListTexts,
): TemplateResult =>
  panel({ id, heading, count: list.total, body: pagedItems(list, entityCountItem, texts, 'row-list') });
