import type { DuplicatesPage, DuplicatesRequest } from '../../graph/identity/duplicates.ts';
import { evidenceOf, type Evidence } from '../../graph/identity/pairEvidence.ts';
import { paperEvidence } from '../../graph/identity/paperEvidence.ts';
import type { Entity } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { Duplicate } from '../queries/duplicates/duplicateList.ts';
import type { ScoredPair } from '../queries/duplicates/duplicatesPage.ts';
import { entitiesByNode } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/** A page of pairs of authors or papers that may be one, with their records and the evidence. */
export const readDuplicates = async (
  context: ReadContext,
  authorId: EntityId | undefined,
  request: DuplicatesRequest,
  different: readonly (readonly [EntityId, EntityId])[],
): Promise<DuplicatesPage> => {
  const { duplicates, paperPairs, columns } = context.queries;
  const author = authorId === undefined ? undefined : context.nodeOf(authorId);
  if (author === undefined && authorId !== undefined) {
    return { entries: [], hasNext: false, hasPrevious: false, total: 0 };
  }
  const after = request.after && columns.after(['-papers', 'id', 'id'], request.after, undefined);
  const pairs = request.kind === 'PAPER' ? paperPairs : duplicates;
  const page = await pairs.page(context.records, request, {
    author,
    after,
    signal: context.signal,
    different: different.flatMap((pair) => {
      const [one, other] = pair.map(context.nodeOf);
      return one === undefined || other === undefined ? [] : [[one, other] as const];
    }),
  });
  const entities = await entitiesByNode(
    context,
    page.entries.flatMap(({ left, right }) => [left, right]),
  );
  return {
    ...page,
    entries: page.entries.map((pair) => {
      const both = [entities.get(pair.left) as Entity, entities.get(pair.right) as Entity] as const;
      const status = request.status ?? 'OPEN';
      return { node: { entities: both, score: pair.score, status, evidence: evidenceFor(pair, both) } };
    }),
  };
};

const evidenceFor = (pair: ScoredPair | Duplicate, entities: readonly [Entity, Entity]): Evidence[] => {
  if ('facts' in pair) return evidenceOf(pair.facts);
  const [left, right] = entities.map((entity) => (entity.kind === 'PAPER' ? entity.title : null));
  return paperEvidence([left ?? null, right ?? null]);
};
