import { SliceDocument, type SliceQuery } from '../__generated__/graphql.ts';
import { emptySlice, entityKinds, type EntityKind, type RelationKind, type Slice } from '../slice.ts';
import { sendQuery } from './sendQuery.ts';

/** The arguments of the query field `graph`, from the attributes of the element. */
export interface SliceRequest {
  endpoint: string;
  ids: readonly string[];
  kinds: readonly EntityKind[];
  relations: readonly RelationKind[];
  depth: number;
  perKind: number;
  /** Whether to count the neighbors of the kinds that are not loaded. */
  withTotals: boolean;
}

/** By kind: the number of neighbors that the centers of the slice have. */
export type NeighborTotals = ReadonlyMap<EntityKind, number>;

/** @throws QueryError if the server does not answer */
export const fetchSlice = async (
  { endpoint, ...variables }: SliceRequest,
  signal: AbortSignal,
): Promise<{ slice: Slice; totals: NeighborTotals }> => {
  const { graph, totals } = await sendQuery(endpoint, SliceDocument, variables, signal);
  return { slice: graph ?? emptySlice, totals: sumTotals(totals ?? []) };
};

type Totals = NonNullable<SliceQuery['totals']>;

/** The field of the query that has the count of a kind, for example "authors" for AUTHOR. */
const totalField = (kind: EntityKind) => `${kind.toLowerCase() as Lowercase<EntityKind>}s` as const;

const sumTotals = (totals: Totals): NeighborTotals =>
  new Map(
    entityKinds.map((kind) => [
      kind,
      totals.reduce((sum, lists) => sum + (lists?.[totalField(kind)]?.totalCount ?? 0), 0),
    ]),
  );
