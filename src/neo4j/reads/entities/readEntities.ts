import type { Entity, LatexTexts } from '../../../graph/model/entities.ts';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../../graph/model/ids.ts';
import {
  authorMetrics,
  type AuthorMetrics,
  type MeasuredPaper,
} from '../../../graph/metrics/authorMetrics.ts';
import type { GraphStatistics } from '../../../graph/statistics.ts';
import type { Database } from '../../connection/database.ts';
import { missingGraphNode } from '../../connection/faults.ts';
import type { NodeValues } from '../../cypher/nodeProjection.ts';
import type { Statement } from '../../cypher/statement.ts';
import { entityOf } from '../entityOf.ts';
import {
  abstracts,
  entitiesById,
  entitiesByKey,
  latexTexts,
  measuredAuthors,
  statistics,
} from './entityStatements.ts';

interface EntityRow {
  key: EntityId;
  kind: EntityKind;
  node: NodeValues;
}

/** Entities by their ids or keys. Takes one statement, and a second one if some of the given ids are only keys. */
export const readEntities = async (
  database: Database,
  cap: number,
  ids: readonly EntityId[],
): Promise<Map<EntityId, Entity>> => {
  const entities = new Map<EntityId, Entity>();
  const read = async (statement: Statement, keys: readonly EntityId[]): Promise<void> => {
    const rows = await database.read<EntityRow>(statement, { ids: keys });
    for (const { key, kind, node } of rows) entities.set(key, entityOf(kind, node, cap));
  };
  const distinct = [...new Set(ids)];
  if (distinct.length > 0) await read(entitiesById(new Set(distinct.map(kindOf))), distinct);
  const others = distinct.filter((id) => !entities.has(id));
  if (others.length > 0) await read(entitiesByKey, others);
  return entities;
};

export const readAbstracts = async (
  database: Database,
  ids: readonly EntityId[],
): Promise<Map<EntityId, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.read<{ id: EntityId; abstract: string }>(abstracts, { ids });
  return new Map(rows.map(({ id, abstract }) => [id, abstract]));
};

export const readLatexTexts = async (
  database: Database,
  ids: readonly EntityId[],
): Promise<Map<EntityId, LatexTexts>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.read<{ id: EntityId } & LatexTexts>(latexTexts, { ids });
  return new Map(rows.map(({ id, ...texts }) => [id, texts]));
};

interface MeasuredAuthor {
  id: EntityId;
  collaboratorCount: number | null;
  asOf: string;
  papers: MeasuredPaper[];
}

export const readMetrics = async (
  database: Database,
  ids: readonly EntityId[],
): Promise<Map<EntityId, AuthorMetrics>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.read<MeasuredAuthor>(measuredAuthors, { ids });
  return new Map(
    rows.map(({ id, papers, collaboratorCount, asOf }) => [
      id,
      authorMetrics(papers, collaboratorCount ?? 0, asOf),
    ]),
  );
};

export const readStatistics = async (database: Database, cap: number): Promise<GraphStatistics> => {
  const [row] = await database.read<GraphStatistics>(statistics, { cap });
  if (!row) throw missingGraphNode();
  return row;
};
