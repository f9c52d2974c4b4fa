import { citationsOfPaper, largerCount } from './citations.ts';
import { dayNumber } from './dayNumber.ts';
import type { BriefEntity } from './entities.ts';
import { folded } from './foldText.ts';
import type { Edge } from './edges.ts';
import { compareTexts } from './compareTexts.ts';

/**
 * The keys that lists are ordered by. A leading `-` means descending. Unknown values come last in both directions. Every
 * order ends with the ascending id, so that no two entries are equal.
 */
export type OrderKey =
  | '-day'
  | 'day'
  | '-citationCount'
  | 'position'
  | '-score'
  | '-paperCount'
  | '-strength'
  | '-lastYear'
  | 'folded'
  | 'name'
  | 'id'
  // the next two keys are used only in lists of all entities of a kind
  | '-papers'
  | '-collaborators';

/** Sort values are always compared ascending: values of descending keys are negated, and unknown values are LAST. */
export type SortValue = number | string;
export type SortValues = readonly SortValue[];

/**
 * The sort value of an unknown value. It is greater than any count, day or strength, and both stores can represent it
 * exactly.
 */
export const LAST = Number.MAX_SAFE_INTEGER;

const ascending = (value: number | null): number => value ?? LAST;
const descending = (value: number | null): number => (value === null ? LAST : 0 - value);

type Reader = (node: BriefEntity, edge: Edge) => SortValue;

const readers: Record<OrderKey, Reader> = {
  '-day': (node) => (node.kind === 'PAPER' ? descending(dayNumber(node.date, node.year)) : LAST),
  day: (node) => (node.kind === 'PAPER' ? ascending(dayNumber(node.date, node.year)) : LAST),
  '-citationCount': (node) =>
    node.kind === 'PAPER' ? descending(largerCount(citationsOfPaper(node))) : LAST,
  position: (_, edge) => ascending(edge.authorship?.position ?? null),
  '-score': (_, edge) => descending(edge.score),
  '-paperCount': (_, edge) => descending(edge.paperCount),
  '-strength': (_, edge) => descending(edge.strength),
  '-lastYear': (_, edge) => descending(edge.lastYear),
  folded: (node) => (node.kind === 'PAPER' ? '' : folded(node.name)),
  name: (node) => (node.kind === 'PAPER' ? '' : node.name),
  id: (node) => node.id,
  '-papers': (node) => descending(node.paperCount),
  '-collaborators': (_, edge) => descending(edge.collaboratorCount),
};

/** The sort values of an entry in an order. A cursor contains them. */
export const sortValues = (order: readonly OrderKey[], node: BriefEntity, edge: Edge): SortValues =>
  order.map((key) => readers[key](node, edge));

/**
 * Whether the values can be sort values of the order: there is one value for each key, and each has the type of its
 * key.
 */
export const fitsOrder = (order: readonly OrderKey[], values: readonly unknown[]): values is SortValue[] =>
  values.length === order.length &&
  order.every((key, index) =>
    textKeys.has(key) ? typeof values[index] === 'string' : Number.isSafeInteger(values[index]),
  );

const textKeys = new Set<OrderKey>(['folded', 'name', 'id']);

/** Compares an entity with the position of a cursor in name order: folded name, name, id. */
export const compareNamePositions = (entity: BriefEntity, [foldedName, name, id]: SortValues): number => {
  const entityName = entity.kind === 'PAPER' ? '' : entity.name;
  return (
    compareTexts(folded(entityName), String(foldedName)) ||
    compareTexts(entityName, String(name)) ||
    compareTexts(entity.id, String(id))
  );
};
