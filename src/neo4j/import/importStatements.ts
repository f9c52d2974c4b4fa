import { entityKinds } from '../../graph/model/entityKinds.ts';
import { linkRelations } from '../../graph/model/listedRelations.ts';
import { keptByKey, keptOfType, removeKept, writeKept } from '../cypher/keptStatements.ts';
import type { Statement } from '../cypher/statement.ts';
import { addReferences, addReferencesOfMissingPapers, citingPapers } from './citationStatements.ts';
import {
  countedKinds,
  derivations,
  nameAuthors,
  printedNames,
  removeWithoutPapers,
  settle,
  staleIds,
} from './deriveStatements.ts';
import { markFinished, markUnfinished, releaseLease, renewLease, takeLease } from './leaseStatements.ts';
import { resolveMissingPapers, suspendLinks, writeLinks } from './linkStatements.ts';
import {
  authorNames,
  entityFacts,
  knownEntities,
  papersOfEntities,
  sharedPaper,
} from './lookupStatements.ts';
import { mergeEntities } from './mergeStatements.ts';
import { pairRelations } from './pairChanges.ts';
import { changePairs, findYears } from './pairStatements.ts';
import { paperRelations } from './paperRelations.ts';
import { removeEntities } from './removeStatements.ts';
import { storedPapers } from './storedPaper.ts';
import { statedKinds } from './writeBatch.ts';
import {
  addKeys,
  markAroundPapers,
  markAuthors,
  removeKeys,
  removeLinks,
  removePaperEdges,
  storedKeys,
  writeAuthors,
  writeBroader,
  writeNamed,
  writePaperEdges,
  writePaperKeys,
  writePapers,
} from './writeStatements.ts';

/** Every statement that an import or a correction sends, except for documents and a new collaboration cap. */
export const importStatements: readonly Statement[] = [
  ...[takeLease, renewLease, releaseLease, markUnfinished, markFinished],
  ...[keptOfType, keptByKey, writeKept, removeKept],
  ...[knownEntities, entityFacts, papersOfEntities, storedPapers, authorNames, sharedPaper],
  ...[storedKeys, removeKeys, addKeys, writeAuthors, ...statedKinds.map(writeNamed)],
  ...[writePaperKeys, markAroundPapers, removeLinks, ...paperRelations.map(removePaperEdges), markAuthors],
  ...pairRelations.flatMap((relation) => [
    changePairs(relation),
    findYears(relation, 'from'),
    findYears(relation, 'to'),
  ]),
  ...[writePapers, ...paperRelations.map(writePaperEdges), writeBroader],
  ...[...linkRelations.map(suspendLinks), resolveMissingPapers, ...linkRelations.map(writeLinks)],
  ...[...entityKinds.map(removeEntities), ...entityKinds.map(mergeEntities)],
  ...[addReferences, addReferencesOfMissingPapers, citingPapers],
  ...[staleIds, ...countedKinds.map(removeWithoutPapers), printedNames, nameAuthors],
  ...[...derivations.map(({ statement }) => statement), ...entityKinds.map(settle)],
];
