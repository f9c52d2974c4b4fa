import { relationRow, relationsFrom } from '../../graph/model/relations.ts';

/** The stored relations from papers to authors, institutions and topics. */
export const paperRelations = relationsFrom('PAPER')
  .map(relationRow)
  .filter(({ to, derivation }) => !derivation && to !== 'PAPER');

/** The relations of `paperRelations` that lead to institutions and topics. */
export const countedRelations = paperRelations.filter(({ to }) => to !== 'AUTHOR');

/** The relationship types of `paperRelations`, in the form A|B of a Cypher pattern. */
export const paperRelationships = paperRelations.map(({ kind }) => kind).join('|');
