import { countedEdge, plainEdge, type Authorship, type Edge } from '../../graph/model/edges.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { RelationRow } from '../../graph/model/relations.ts';
import { fromUnits } from '../../graph/units.ts';
import type { EdgeValues } from '../cypher/projections.ts';

/** The edge between two neighbors, of which `source` is the one it was read from. */
export const edgeOf = (
  relation: RelationRow,
  values: EdgeValues | null,
  source: EntityId,
  node: EntityId,
): Edge => {
  if (values === null) return plainEdge;
  switch (relation.edge) {
    case 'plain':
      return plainEdge;
    case 'scored':
      return scoredEdge(values as EdgeValues<'scored'>);
    case 'counted':
      return countedEdge(...(values as EdgeValues<'counted'>));
    case 'collaboration':
      return collaborationEdge(values as EdgeValues<'collaboration'>);
    case 'authorship': {
      const [authorId, paperId] = relation.direction === 'OUT' ? [source, node] : [node, source];
      const authorship = authorshipOf(values as EdgeValues<'authorship'>, authorId, paperId);
      return { ...plainEdge, authorship };
    }
  }
};

/** What stands between two authors. */
export const collaborationEdge = (values: EdgeValues<'collaboration'>): Edge => countedEdge(...values);

const scoredEdge = ([score]: EdgeValues<'scored'>): Edge => ({
  ...plainEdge,
  weight: score === null ? 1 : fromUnits(score),
  score,
});

/** Of an authorship of a brief page there is the position alone. */
export const authorshipOf = (
  values: Partial<EdgeValues<'authorship'>>,
  authorId: EntityId,
  paperId: EntityId,
): Authorship => {
  const [position = 1, nameAsPrinted, isCorresponding, affiliationsAsPrinted, institutionIds] = values;
  return {
    paperId,
    authorId,
    position,
    isCorresponding: isCorresponding ?? null,
    nameAsPrinted: nameAsPrinted ?? '',
    affiliationsAsPrinted: distinct(affiliationsAsPrinted ?? []),
    institutionIds: distinct(institutionIds ?? []),
  };
};

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
