import {
  DeclareDifferentDocument,
  DeclareSameDocument,
  UndoCorrectionDocument,
  type CandidateFieldsFragment,
} from '../__generated__/graphql.ts';
import { sendQuery } from '../api/sendQuery.ts';
import type { Verdict } from './verdict.ts';

/**
 * Stores a decision about a pair. Returns the id of the correction. @throws {RequestError} if the server did not store
 * it
 */
export const decide = async (
  { entities, evidence }: CandidateFieldsFragment,
  verdict: Verdict,
  reason: string,
): Promise<string> => {
  const variables = {
    ids: entities.map(({ id }) => id),
    reason: reason === '' ? null : reason,
    evidence: evidence.map(({ text }) => text).join('; '),
  };
  if (verdict === 'same') {
    return (await sendQuery(DeclareSameDocument, variables)).data.declareSame.correction.id;
  }
  return (await sendQuery(DeclareDifferentDocument, variables)).data.declareDifferent.correction.id;
};

/** Undoes the correction with this id. @throws {RequestError} if the server did not undo it */
export const undo = async (id: string): Promise<void> => {
  await sendQuery(UndoCorrectionDocument, { id });
};
