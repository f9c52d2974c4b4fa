import { connectionOf } from './connections.ts';
import type { VisiblePart } from './filterPicture.ts';
import { isEdge, neighborsOf, type PictureEdge, type PictureItem } from './picture.ts';
import {
  weightedRelations,
  type EntityKind,
  type Omission,
  type PicturedEntity,
  type RelationKind,
  type SliceEdge,
} from './slice.ts';

const relationLabels: Partial<Record<string, string>> = {
  ABOUT: 'is about',
  ACTIVE_IN: 'is active in',
  AFFILIATED_WITH: 'is at',
  AUTHORED: 'wrote',
  BROADER: 'is part of',
  CITES: 'cites',
  CO_AUTHORED: 'wrote with',
  PARTNERS_WITH: 'works with',
  RELATED_TO: 'is related to',
  WORKS_ON: 'works on',
  WRITTEN_AT: 'was written at',
} satisfies Record<RelationKind, string>;

/** The label of a kind, for example "author". */
export const kindLabel = (kind: EntityKind): string => kind.toLowerCase();

/** The heading of a kind, for example "Authors". */
export const kindHeading = (kind: EntityKind): string => {
  const label = kindLabel(kind);
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}s`;
};

/** Formats a number with a noun, for example "1 author" or "37 authors". */
export const formatCount = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`;

/**
 * The label of a relation, for example "wrote with". A relation that only a newer server has is shown by its name in
 * the schema.
 */
export const relationLabel = (relation: RelationKind): string =>
  relationLabels[relation] ?? relation.toLowerCase().replaceAll('_', ' ');

/** The weight of an edge, for example "7 papers". Empty for a relation without weights. */
export const weightLabel = ({ relation, weight }: SliceEdge): string =>
  weightedRelations.has(relation) ? formatCount(weight, 'paper') : '';

/** The years of an edge: "2017–2021", "2017" or, if they are unknown, an empty text. */
export const yearLabel = ({ firstYear, lastYear }: Pick<SliceEdge, 'firstYear' | 'lastYear'>): string => {
  const years = [...new Set([firstYear, lastYear].filter((year) => year !== null))];
  return years.join('–');
};

/** A text about omitted neighbors, for example "60 more authors, 22 more topics". */
export const omissionLabel = (omitted: readonly Omission[]): string =>
  omitted.map(({ kind, count }) => formatCount(count, `more ${kindLabel(kind)}`)).join(', ');

/**
 * The text that screen readers speak when a node or an edge is selected. A node is followed by its strongest edge to a
 * center.
 */
export const announcement = (
  item: PictureItem | undefined,
  visible: VisiblePart,
  omitted: readonly Omission[],
  group?: string,
): string => {
  if (!item) return '';
  if (isEdge(item)) return edgeDescription(item);
  const own = omitted.filter(({ nodeId }) => nodeId === item.entity.id);
  const description = nodeDescription(item.entity, neighborsOf(item, visible).size, own, group);
  return [description, ...connectionOf(item, visible).edges.slice(0, 1).map(edgeDescription)].join('; ');
};

/** Describes an edge in words, for example "Kevin Knight wrote with Daniel Marcu, 9 papers, 2010–2014". */
const edgeDescription = (edge: PictureEdge): string => {
  const sentence = `${edge.from.entity.label} ${relationLabel(edge.relation)} ${edge.to.entity.label}`;
  return [sentence, weightLabel(edge), yearLabel(edge)].filter(Boolean).join(', ');
};

/**
 * Describes a node in words, for example "Kevin Knight, author, 5 papers, 12 neighbors shown, 60 more authors not
 * shown".
 */
const nodeDescription = (
  { kind, label, paperCount }: PicturedEntity,
  neighborCount: number,
  omitted: readonly Omission[],
  group: string | undefined,
): string => {
  const groups = group === undefined ? [] : [`group ${group}`];
  const papers = kind === 'PAPER' ? [] : [formatCount(paperCount, 'paper')];
  const hidden = omitted.length === 0 ? [] : [`${omissionLabel(omitted)} not shown`];
  const visible = `${formatCount(neighborCount, 'neighbor')} shown`;
  return [label, kindLabel(kind), ...groups, ...papers, visible, ...hidden].join(', ');
};
