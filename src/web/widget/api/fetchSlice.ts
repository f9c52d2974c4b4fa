import { SliceDocument } from '../__generated__/graphql.ts';
import { emptySlice, type EntityKind, type RelationKind, type Slice } from '../slice.ts';
import { sendQuery } from './sendQuery.ts';

/** The arguments of `graph` that follow from the element's attributes. */
export interface SliceRequest {
  endpoint: string;
  ids: readonly string[];
  kinds: readonly EntityKind[];
  relations: readonly RelationKind[];
  depth: number;
  perKind: number;
}

/** @throws QueryError if the server does not answer */
export const fetchSlice = async (
  { endpoint, ...variables }: SliceRequest,
  signal: AbortSignal,
): Promise<Slice> => {
  const { graph } = await sendQuery(endpoint, SliceDocument, variables, signal);
  return graph ?? emptySlice;
};
