/**
 * The kinds of entities, in the order of the schema's enum. Ids begin with the kind, so sorted ids have the same order.
 */
export const entityKinds = ['AUTHOR', 'INSTITUTION', 'PAPER', 'TOPIC'] as const;
export type EntityKind = (typeof entityKinds)[number];
