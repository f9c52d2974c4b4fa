import type { Statement } from '../connection/database.ts';

/*
 * One import at a time: whoever has written its name on the Graph node, for as long as it renews that. Times are
 * the database's own, in milliseconds. Each statement writes before it looks, which takes the node's lock.
 */

export const takeLease: Statement = {
  name: 'takeLease',
  text: `MATCH (graph:Graph {id: 'graph'})
SET graph.importAsked = timestamp()
WITH graph WHERE graph.importOwner IS NULL OR graph.importExpires < timestamp()
SET graph.importOwner = $owner, graph.importExpires = timestamp() + $milliseconds
RETURN graph.unfinished AS unfinished, graph.collaborationCap AS collaborationCap`,
};

export const renewLease: Statement = {
  name: 'renewLease',
  text: `MATCH (graph:Graph {id: 'graph'})
SET graph.importAsked = timestamp()
WITH graph WHERE graph.importOwner = $owner
SET graph.importExpires = timestamp() + $milliseconds
RETURN graph.unfinished AS unfinished`,
};

export const releaseLease: Statement = {
  name: 'releaseLease',
  text: `MATCH (graph:Graph {id: 'graph'}) WHERE graph.importOwner = $owner
REMOVE graph.importOwner, graph.importExpires`,
};

export const markUnfinished: Statement = {
  name: 'markUnfinished',
  text: `MATCH (graph:Graph {id: 'graph'})
SET graph.unfinished = true`,
};

/** The import's end: what readers see from now on is a new version of the whole. */
export const markFinished: Statement = {
  name: 'markFinished',
  text: `MATCH (graph:Graph {id: 'graph'}) WHERE graph.importOwner = $owner
SET graph.unfinished = false, graph.dataVersion = graph.dataVersion + 1, graph.asOf = $now,
  graph.collaborationCap = $collaborationCap
REMOVE graph.importOwner, graph.importExpires
RETURN graph.dataVersion AS dataVersion`,
};
