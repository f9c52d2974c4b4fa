import { countedEdge, plainEdge, type Edge } from '../../graph/edges.ts';
import type { EntityId } from '../../graph/ids.ts';
import type { RelationRow } from '../../graph/relations.ts';
import { shown } from '../../graph/units.ts';

/** A relationship's properties as `edgeProjection` reads them. */
export interface EdgeRow {
  papers: number;
  firstYear: number | null;
  lastYear: number | null;
  strength: number | null;
  score: number | null;
  position: number;
  // not of the authorships of brief pages
  printed?: string;
  isCorresponding?: boolean | null;
  /** '' where the affiliation has none: Cypher's lists hold no null. */
  affiliationsAsPrinted?: string[];
  institutionIds?: EntityId[];
}

/** The edge between two neighbors, of which `source` is the one it was read from. */
export const edgeOf = (
  relation: RelationRow,
  row: EdgeRow | null,
  source: EntityId,
  node: EntityId,
): Edge => {
  if (row === null) return plainEdge;
  switch (relation.edge) {
    case 'plain':
      return plainEdge;
    case 'scored':
      return { ...plainEdge, weight: row.score === null ? 1 : shown(row.score), score: row.score };
    case 'counted':
      return countedEdge(row.papers, row.firstYear, row.lastYear);
    case 'collaboration':
      return collaborationEdge(row);
    case 'authorship': {
      const [authorId, paperId] = relation.direction === 'OUT' ? [source, node] : [node, source];
      return { ...plainEdge, authorship: authorshipOf(row, authorId, paperId) };
    }
  }
};

/** What stands between two authors. */
export const collaborationEdge = (row: EdgeRow): Edge =>
  countedEdge(row.papers, row.firstYear, row.lastYear, row.strength);

const authorshipOf = (row: EdgeRow, authorId: EntityId, paperId: EntityId): Edge['authorship'] => ({
  paperId,
  authorId,
  position: row.position,
  isCorresponding: row.isCorresponding ?? null,
  nameAsPrinted: row.printed ?? '',
  affiliationsAsPrinted: distinct(row.affiliationsAsPrinted ?? []),
  institutionIds: distinct(row.institutionIds ?? []),
});

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
