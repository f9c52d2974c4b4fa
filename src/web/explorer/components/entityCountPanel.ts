import type { TemplateResult } from 'lit';
import type { PagedList } from '../api/pagedList.ts';
import { countedItem, type CountedEdge } from './entityCountItem.ts';
import { pagedItems, panel, type ListWords } from './panel.ts';

/** A list of entities that goes by how many papers stand behind each. */
export const countedPanel = (
  id: string,
  heading: string,
  list: PagedList<CountedEdge>,
  words: ListWords,
): TemplateResult =>
  panel({ id, heading, count: list.total, body: pagedItems(list, countedItem, words, 'counted-list') });
