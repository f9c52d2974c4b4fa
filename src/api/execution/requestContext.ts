import type { GraphStore } from '../../graph/store.ts';
import type { Access } from '../access/access.ts';
import type { Loaders } from '../loading/loaders.ts';

/** Where the server reports errors: pino, Fastify's logger, or the logger of an embedding program. */
export interface Log {
  info(bindings: object, message: string): void;
  warn(bindings: object, message: string): void;
  error(bindings: object, message: string): void;
}

/** Facts about an operation for logs and metrics; absent until they are computed. */
export interface OperationFacts {
  cost?: number;
  /** Null for an operation without a name. */
  name?: string | null;
}

/** What all resolvers of one request share. */
export interface RequestContext {
  requestId: string;
  access: Access;
  /** Takes the operation's cost from the client's bucket. @throws GraphQLError RATE_LIMITED. */
  charge: (cost: number) => Promise<void>;
  /** Called with the code of each error. */
  onError: (code: string) => void;
  /** Mutable: Apollo copies this context, and the copies share the object. */
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
  /** How often this server reads its live sources, in ms. Undefined: never. */
  syncMilliseconds: number | undefined;
}
