import type { EdgeShape } from '../../graph/model/relationRow.ts';
import type { PageEntry } from '../../graph/model/pages.ts';
import { fromUnits } from '../../graph/units.ts';
import { PageEdge } from './connection.ts';

/**
 * For each shape of edges: the values that are fields of the edge in the schema. GraphQL's default resolver reads them,
 * so these fields need no resolvers.
 */
interface EdgeValues {
  plain: object;
  authorship: object;
  collaboration: object;
  scored: { score: number | null };
  counted: { paperCount: number; firstYear: number | null; lastYear: number | null };
}
export type EdgeValuesOf<Shape extends EdgeShape> = EdgeValues[Shape];

export class RelationEdge<Entry extends PageEntry, Origin>
  extends PageEdge<Entry, Origin>
  implements Record<keyof (EdgeValues['scored'] & EdgeValues['counted']), number | null>
{
  get score(): number | null {
    const { score } = this.entry.edge;
    return score === null ? null : fromUnits(score);
  }

  get paperCount(): number | null {
    return this.entry.edge.paperCount;
  }

  get firstYear(): number | null {
    return this.entry.edge.firstYear;
  }

  get lastYear(): number | null {
    return this.entry.edge.lastYear;
  }
}
