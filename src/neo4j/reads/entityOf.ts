import type { BriefEntity, Entity } from '../../graph/model/entities.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import { nodeColumns, type NodeColumn, type NodeValues } from '../cypher/nodeProjection.ts';

/** Makes an entity from the values that a statement reads of its node. */
export const entityOf = (kind: EntityKind, values: NodeValues, cap: number): Entity => {
  const columns = nodeColumns[kind].full;
  const record = recordOf(kind, values, columns);
  if (kind === 'PAPER') {
    const teamSize = (values[columns.length] ?? 0) as number;
    record['isTooLargeForCollaboration'] = teamSize > cap;
  }
  return record as unknown as Entity; // the record has all fields of the kind, because the columns have them
};

/** Makes a brief entity from the few values that a statement reads of its node. */
export const briefEntityOf = (kind: EntityKind, values: NodeValues): BriefEntity =>
  recordOf(kind, values, nodeColumns[kind].brief) as unknown as BriefEntity;

const recordOf = (
  kind: EntityKind,
  values: NodeValues,
  columns: readonly NodeColumn[],
): Record<string, unknown> => {
  const record: Record<string, unknown> = { kind };
  if (kindRow(kind).papersAlong === null) record['paperCount'] = 1;
  let index = 0;
  for (const { property, absent } of columns) {
    record[property] = values[index] ?? absent;
    index += 1;
  }
  return record;
};
