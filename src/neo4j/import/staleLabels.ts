/*
 * Two labels say which nodes an import has left out of date until it finishes. A derived relationship can be out of
 * date only if one of its nodes is stale and the other one is stale or near a stale node. The relationships between
 * institutions and topics that writePairs changes are up to date already.
 */

/** The label of nodes whose name, counts or relationships to papers have changed, and of papers with new citations. */
export const STALE = 'Stale';

/**
 * The label of nodes that share a paper with a stale node but are not stale themselves. Their counts and their derived
 * relationships with stale nodes can be out of date.
 */
export const NEAR_STALE = 'NearStale';

/*
 * The conditions below read the labels of a node instead of asking for the label in the pattern. Otherwise Neo4j starts
 * at all stale nodes, once for each node of a batch. This takes minutes if hundreds of nodes are stale and the batch has
 * hundreds of nodes.
 */
export const isStaleOrNear = (node: string): string =>
  `any(label IN labels(${node}) WHERE label IN ['${STALE}', '${NEAR_STALE}'])`;

export const isNearStale = (node: string): string => `'${NEAR_STALE}' IN labels(${node})`;
