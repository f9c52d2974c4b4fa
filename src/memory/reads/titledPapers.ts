import type { ListFilter, RelationFilter, SearchedWords } from '../../graph/model/filters.ts';
import type { EntityRecords } from '../entityRecords.ts';

/** Returns the papers that have the given words in their titles. */
export type TitledPapers = (words: SearchedWords) => ReadonlySet<number>;

/** Reads the papers that the filters find by the words of their titles. The same words are read only once. */
export const readTitledPapers = async (
  records: EntityRecords,
  filters: readonly (RelationFilter | ListFilter | undefined)[],
): Promise<TitledPapers> => {
  const papers = new Map<string, ReadonlySet<number>>();
  for (const filter of filters) {
    if (!filter || !('title' in filter) || !filter.title) continue;
    const key = JSON.stringify(filter.title);
    if (!papers.has(key)) papers.set(key, new Set(await records.titledPapers(filter.title)));
  }
  return (words) => papers.get(JSON.stringify(words)) ?? new Set();
};
