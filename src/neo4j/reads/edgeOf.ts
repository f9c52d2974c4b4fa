import { countedEdge, plainEdge, type Authorship, type Edge } from '../../graph/model/edges.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { EdgeShape, RelationRow } from '../../graph/model/relationRow.ts';
import { fromUnits } from '../../graph/units.ts';
import type { EdgeValues } from '../cypher/edgeProjection.ts';

/** The ends of an edge, in the direction of the relationship in Neo4j. */
interface Ends {
  source: EntityId;
  target: EntityId;
}

/** For each shape of edge, the function that makes an edge from the stored values. */
const readers: { readonly [Shape in EdgeShape]: (values: EdgeValues<Shape>, ends: Ends) => Edge } = {
  plain: () => plainEdge,
  scored: ([score]) => ({ ...plainEdge, weight: score === null ? 1 : fromUnits(score), score }),
  counted: (values) => countedEdge(...values),
  collaboration: (values) => countedEdge(...values),
  authorship: (values, ends) => ({ ...plainEdge, authorship: authorshipOf(values, ends) }),
};

/**
 * Converts the values that Neo4j returns for an edge between two neighbors into the edge of the API.
 *
 * @param values null for an edge without values
 * @param from the end at which the relation starts
 */
export const edgeOf = (
  { edge, direction }: Pick<RelationRow, 'edge' | 'direction'>,
  values: EdgeValues | null,
  from: EntityId,
  to: EntityId,
): Edge => {
  if (values === null) return plainEdge;
  const ends = direction === 'IN' ? { source: to, target: from } : { source: from, target: to };
  return (readers[edge] as (values: EdgeValues, ends: Ends) => Edge)(values, ends);
};

/** Converts the values of an edge to an authorship. For a brief authorship only the position was read. */
export const authorshipOf = (
  values: Partial<EdgeValues<'authorship'>>,
  { source, target }: Ends,
): Authorship => {
  const [position = 1, nameAsPrinted, isCorresponding, affiliationsAsPrinted, institutionIds] = values;
  return {
    paperId: target,
    authorId: source,
    position,
    isCorresponding: isCorresponding ?? null,
    nameAsPrinted: nameAsPrinted ?? '',
    affiliationsAsPrinted: distinctTexts(affiliationsAsPrinted ?? []),
    institutionIds: distinctTexts(institutionIds ?? []),
  };
};

const distinctTexts = (texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text) => text !== '');
