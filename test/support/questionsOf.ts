import type { ComparedKind, DuplicateStatus } from '../../src/graph/identity/duplicates.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { candidatesOf } from './candidatesOf.ts';

/** The likely candidates because of one ORCID or DOI: the ids of both entities, and the evidence. */
export const questionsOf = async (
  store: GraphStore,
  kind: ComparedKind = 'AUTHOR',
  status: DuplicateStatus = 'OPEN',
): Promise<[ids: string, text: string][]> =>
  (await candidatesOf(store, { kind, status, minScore: 500_000_000 })).flatMap(({ ids, evidence }) =>
    evidence
      .filter(({ text }) => text.startsWith('one '))
      .map(({ text }): [string, string] => [[...ids].sort().join(' '), text]),
  );

export const idsOfQuestions = async (store: GraphStore, kind?: ComparedKind): Promise<string[]> =>
  (await questionsOf(store, kind)).map(([ids]) => ids).sort();
