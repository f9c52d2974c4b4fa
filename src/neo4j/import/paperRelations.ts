import { relationRow, relationsFrom } from '../../graph/model/relations.ts';

/** The stored relations from papers to the entities that are counted by their papers. */
export const paperRelations = relationsFrom('PAPER')
  .map(relationRow)
  .filter(({ to, derivation }) => !derivation && to !== 'PAPER');

/** The types of their relationships, for a pattern. */
export const paperRelationships = paperRelations.map(({ kind }) => kind).join('|');
