import type { SortValues } from '../../../graph/model/orders.ts';
import { groupPosition } from '../../../graph/breakdown.ts';
import { LARGEST_PAGE } from '../../../graph/model/pages.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { Loaders } from '../../loading/loaders.ts';
import type { Comparison } from '../parents.ts';

export interface ComparedYear {
  year: number;
  firstPaperCount: number;
  secondPaperCount: number;
}

/** The numbers of papers of both entities in each year, in ascending order of years. */
export const comparedYears = async (loaders: Loaders, { entities }: Comparison): Promise<ComparedYear[]> => {
  const [first, second] = await Promise.all(entities.map(({ id }) => paperCounts(loaders, id)));
  const years = [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])];
  return years
    .sort((a, b) => a - b)
    .map((year) => ({
      year,
      firstPaperCount: first?.get(year) ?? 0,
      secondPaperCount: second?.get(year) ?? 0,
    }));
};

/** The number of papers of an entity in each year. Papers without a year are left out. */
const paperCounts = async (loaders: Loaders, entityId: EntityId): Promise<Map<number, number>> => {
  const counts = new Map<number, number>();
  for (let after: SortValues | undefined; ;) {
    const request = { entityId, by: ['YEAR' as const], first: LARGEST_PAGE, ...(after && { after }) };
    const { entries, hasNext } = await loaders.breakdown(request);
    for (const { node } of entries) counts.set(Number(node.keys[0]?.value), node.paperCount);
    const last = entries.at(-1);
    if (!hasNext || !last) return counts;
    after = groupPosition(last.node);
  }
};
