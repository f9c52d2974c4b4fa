import type { Loaders } from '../loading/loaders.ts';

/** Where faults are reported: pino, Fastify's logger, or what an embedder has. */
export interface Log {
  info(bindings: object, message: string): void;
  warn(bindings: object, message: string): void;
  error(bindings: object, message: string): void;
}

/** What is known of an operation once its document was read. */
export interface OperationFacts {
  cost?: number;
  /** The name the client gave it. */
  name?: string | null;
}

/** What every resolver of one request shares. */
export interface RequestContext {
  requestId: string;
  /** Takes what the operation costs from the client's bucket. @throws GraphQLError RATE_LIMITED. */
  charge: (cost: number) => Promise<void>;
  /** Told of each error's code. */
  onError: (code: string) => void;
  /** Filled in as it becomes known; the one object for all of the request, of which this context is copied. */
  operation: OperationFacts;
  loaders: Loaders;
  log: Log;
}
