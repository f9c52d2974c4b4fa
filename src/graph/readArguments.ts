import type { GraphReads } from './store.ts';

/** The arguments of a read, for classes that implement the reads of a store. */
export type ReadArguments<Read extends keyof GraphReads> = Parameters<GraphReads[Read]>;
