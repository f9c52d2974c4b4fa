import { briefFields } from '../../graph/model/entities.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindRow, perKind } from '../../graph/model/kinds.ts';

/** The label of the nodes of each kind. */
export const labels = perKind((kind) => kindRow(kind).typeName);

/** A property of a node, and the value that the entity gets if the node does not have the property. */
export interface NodeColumn {
  property: string;
  absent: unknown;
}

/**
 * Properties of nodes that are not fields of records, and the values that entities get if a node does not have them.
 */
const commonColumns: Readonly<Record<string, unknown>> = {
  id: '',
  keys: [],
  name: '',
  paperCount: 0,
  storedCitations: 0,
};

const columnsOf = (kind: EntityKind) => {
  const { fields, papersAlong } = kindRow(kind);
  const absentValues = { ...commonColumns, ...fields };
  const column = (property: string): NodeColumn => ({ property, absent: absentValues[property] ?? null });
  // The kind is not read, because the caller knows it. The paper count is not read for kinds for which it is always 1.
  const brief = briefFields[kind].filter(
    (field) => field !== 'kind' && !(field === 'paperCount' && papersAlong === null),
  );
  const others = ['keys', ...Object.keys(fields)].filter(
    (field) => !(brief as readonly string[]).includes(field),
  );
  return { brief: brief.map(column), full: [...brief, ...others].map(column) };
};

/**
 * By kind: the properties from which brief and full entities are read. The list for full entities begins with the
 * properties of brief ones.
 */
export const nodeColumns = perKind(columnsOf);

/** Further properties that are read for full entities. Fields that depend on a setting are computed from these. */
const computedFrom: Readonly<Partial<Record<EntityKind, readonly string[]>>> = { PAPER: ['teamSize'] };

/**
 * The values of a node, as `nodeProjection` reads them, in the order of the columns. A value that is not stored is
 * null.
 */
export type NodeValues = readonly unknown[];

/**
 * Returns Cypher for a node as a list of values. Lists are read faster than maps, whose keys are sent with every node.
 */
export const nodeProjection = (kind: EntityKind, { brief = false, variable = 'node' } = {}): string => {
  const columns = brief ? nodeColumns[kind].brief : nodeColumns[kind].full;
  const properties = columns.map(({ property }) => property);
  return listProjection(variable, brief ? properties : [...properties, ...(computedFrom[kind] ?? [])]);
};

/** Returns Cypher for a list of properties of a node, a relationship or a map. */
export const listProjection = (variable: string, properties: readonly string[]): string =>
  `[${properties.map((property) => `${variable}.${property}`).join(', ')}]`;
