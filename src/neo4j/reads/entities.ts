import { entityKinds, type Entity } from '../../graph/entities.ts';
import { kindOf, type EntityId } from '../../graph/ids.ts';
import { authorMetrics, type AuthorMetrics, type MeasuredPaper } from '../../graph/metrics.ts';
import type { GraphStatistics } from '../../graph/store.ts';
import type { EntityKind } from '../../graph/entities.ts';
import type { Database } from '../database.ts';
import { abstracts, entities, measuredAuthors, statistics } from '../statements/entities.ts';
import { entityOf, type NodeRow } from './entityOf.ts';

/** Ids by their kinds: the parameters of statements that look into each kind's own index. */
export const byKind = (ids: readonly EntityId[]): Record<EntityKind, EntityId[]> => {
  const parted = Object.fromEntries(entityKinds.map((kind) => [kind, [] as EntityId[]]));
  for (const id of new Set(ids)) parted[kindOf(id)]?.push(id);
  return parted as Record<EntityKind, EntityId[]>;
};

/** Entities by any of their ids; an entity's own id goes before a key of another. */
export const readEntities = async (
  database: Database,
  cap: number,
  ids: readonly EntityId[],
): Promise<Map<EntityId, Entity>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.read<{ asked: EntityId; kind: EntityKind; node: NodeRow }>(
    entities,
    byKind(ids),
  );
  const found = new Map<EntityId, Entity>();
  for (const { asked, kind, node } of rows) {
    if (!found.has(asked) || node.id === asked) found.set(asked, entityOf(kind, node, cap));
  }
  return found;
};

export const readAbstracts = async (
  database: Database,
  ids: readonly EntityId[],
): Promise<Map<EntityId, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.read<{ id: EntityId; abstract: string }>(abstracts, { ids });
  return new Map(rows.map(({ id, abstract }) => [id, abstract]));
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
  if (!row) throw new Error('The graph has no Graph node.');
  return row;
};
