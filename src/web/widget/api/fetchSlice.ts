import { SliceDocument } from '../__generated__/graphql.ts';
import { answered } from './sendQuery.ts';
import { nothing, type EntityKind, type RelationKind, type Slice } from '../slice.ts';

/** What the element's attributes ask for. */
export interface SliceQuestion {
  endpoint: string;
  ids: readonly string[];
  kinds: readonly EntityKind[];
  relations: readonly RelationKind[];
  depth: number;
  perKind: number;
}

/** The slice that is asked for. @throws QueryFault where there is no answer. */
export const askedSlice = async (
  { endpoint, ...variables }: SliceQuestion,
  signal: AbortSignal,
): Promise<Slice> => {
  const { graph } = await answered(endpoint, SliceDocument, variables, signal);
  return graph ?? nothing;
};

/** The words of an attribute, separated by spaces or commas. */
export const wordsOf = (text: string | null): string[] => (text ?? '').split(/[\s,]+/).filter(Boolean);
