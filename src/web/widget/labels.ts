import type { EntityKind, Omission, PicturedEntity, RelationKind, SliceEdge } from './slice.ts';

/*
 * What the element says, in plain English.
 */

const singular: Record<EntityKind, string> = {
  AUTHOR: 'author',
  PAPER: 'paper',
  TOPIC: 'topic',
  INSTITUTION: 'institution',
};

const relations: Record<RelationKind, string> = {
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
};

const weightless = new Set<RelationKind>(['ABOUT', 'AUTHORED', 'BROADER', 'CITES', 'WRITTEN_AT']);

/** "author"; a kind this element does not know is called by its own name. */
export const kindWord = (kind: EntityKind): string =>
  (singular as Partial<Record<string, string>>)[kind] ?? kind.toLowerCase();

/** "Authors" */
export const kindsTitle = (kind: EntityKind): string => {
  const word = kindWord(kind);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}s`;
};

/** "1 author", "37 authors" */
export const counted = (count: number, word: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? word : `${word}s`}`;

/** "wrote with"; a relation this element does not know is called by its own name. */
export const relationWords = (relation: RelationKind): string =>
  (relations as Partial<Record<string, string>>)[relation] ?? relation.toLowerCase().replaceAll('_', ' ');

/** "7 papers"; nothing where a relation has nothing to count. */
export const weightWords = ({ relation, weight }: SliceEdge): string =>
  weightless.has(relation) ? '' : counted(weight, 'paper');

/** "2017–2021", "2017", or nothing. */
export const yearWords = ({ firstYear, lastYear }: Pick<SliceEdge, 'firstYear' | 'lastYear'>): string => {
  const years = [...new Set([firstYear, lastYear].filter((year) => year !== null))];
  return years.join('–');
};

/** "60 more authors and 22 more topics" */
export const omittedWords = (omitted: readonly Omission[]): string =>
  omitted.map(({ kind, count }) => counted(count, `more ${kindWord(kind)}`)).join(', ');

/** "Kevin Knight, author, 5 papers, 12 neighbors shown, 60 more authors not shown" */
export const nodeWords = (
  { kind, label, paperCount }: PicturedEntity,
  neighborCount: number,
  omitted: readonly Omission[],
): string => {
  const papers = kind === 'PAPER' ? [] : [counted(paperCount, 'paper')];
  const left = omitted.length === 0 ? [] : [`${omittedWords(omitted)} not shown`];
  const shown = `${counted(neighborCount, 'neighbor')} shown`;
  return [label, kindWord(kind), ...papers, shown, ...left].join(', ');
};
