import type { GraphStore } from '../graph/store.ts';
import type { Access } from './access/access.ts';
import type { Loaders } from './loading/loaders.ts';

/** Where the server logs: pino, the logger of Fastify, or the logger of an embedding program. */
export interface Log {
  info(bindings: object, message: string): void;
  warn(bindings: object, message: string): void;
  error(bindings: object, message: string): void;
}

/** Data about an operation for logs and metrics. A field is absent until it is computed. */
export interface OperationFacts {
  cost?: number;
  /** The name of the operation; null if it has no name. */
  name?: string | null;
}

/** The objects that all resolvers of one request use together. */
export interface RequestContext {
  requestId: string;
  access: Access;
  /** Takes the operation's cost from the client's bucket. @throws GraphQLError RATE_LIMITED. */
  charge: (cost: number) => Promise<void>;
  /** Called with the code of each error in the answer. */
  onError: (code: string) => void;
  /** Set by plugins later. Apollo copies this context, but all copies refer to the same object. */
  operation: OperationFacts;
  /** Replaced after a mutation, so that later fields read the changed graph. */
  loaders: Loaders;
  newLoaders: () => Loaders;
  /**
   * The methods of the store that mutations call. They have no time limit: a correction that has begun is always
   * completed.
   */
  corrections: Pick<GraphStore, 'correct' | 'undoCorrection'>;
  log: Log;
  /** The interval at which this server reads its live sources, in ms. Undefined: never. */
  syncMilliseconds: number | undefined;
}
