import { LOGGED_VERSIONS } from '../../graph/changeLog.ts';
import type { Statement } from '../cypher/statement.ts';

/*
 * The Graph node holds the lease: `importOwner` is the id of the running import, and `importExpires` is the time at
 * which its lease ends, in milliseconds by the clock of the database. Each statement writes to the node before it reads
 * the lease, because the write locks the node.
 */

export const takeLease: Statement = {
  name: 'takeLease',
  purpose: 'Takes the import lease if nobody holds it or it has expired. No row: another import holds it.',
  text: `MATCH (graph:Graph {id: 'graph'})
SET graph.importAsked = timestamp()
WITH graph WHERE graph.importOwner IS NULL OR graph.importExpires < timestamp()
SET graph.importOwner = $owner, graph.importExpires = timestamp() + $milliseconds
RETURN graph.unfinished AS unfinished, graph.collaborationCap AS collaborationCap`,
};

export const renewLease: Statement = {
  name: 'renewLease',
  purpose: 'Extends the import lease. No row: another import took it over.',
  text: `MATCH (graph:Graph {id: 'graph'})
SET graph.importAsked = timestamp()
WITH graph WHERE graph.importOwner = $owner
SET graph.importExpires = timestamp() + $milliseconds
RETURN graph.unfinished AS unfinished`,
};

export const releaseLease: Statement = {
  name: 'releaseLease',
  purpose: 'Gives the import lease back.',
  text: `MATCH (graph:Graph {id: 'graph'}) WHERE graph.importOwner = $owner
REMOVE graph.importOwner, graph.importExpires`,
};

export const markUnfinished: Statement = {
  name: 'markUnfinished',
  purpose: 'Marks the graph as changed by an import that has not finished.',
  text: `MATCH (graph:Graph {id: 'graph'})
SET graph.unfinished = true`,
};

export const markFinished: Statement = {
  name: 'markFinished',
  purpose:
    'Ends an import: adds 1 to the version of the graph, logs the ids of changed entities (null: too many) and gives the lease back. No row: the lease was lost.',
  text: `MATCH (graph:Graph {id: 'graph'}) WHERE graph.importOwner = $owner
MERGE (change:Change {version: graph.dataVersion + 1})
SET change.since = graph.asOf, change.ids = $ids, change.removed = $removed
WITH graph
CALL (graph) {
  MATCH (old:Change) WHERE old.version <= graph.dataVersion + 1 - ${LOGGED_VERSIONS}
  DELETE old
}
SET graph.unfinished = false, graph.dataVersion = graph.dataVersion + 1, graph.asOf = $now,
  graph.collaborationCap = $collaborationCap
REMOVE graph.importOwner, graph.importExpires
RETURN graph.dataVersion AS dataVersion`,
};
