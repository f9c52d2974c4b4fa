import type { Loaders } from './loaders.ts';

/** Where faults are reported: pino, Fastify's logger, or what an embedder has. */
export interface Log {
  info(bindings: object, message: string): void;
  warn(bindings: object, message: string): void;
  error(bindings: object, message: string): void;
}

/** What every resolver of one request shares. */
export interface RequestContext {
  requestId: string;
  /** What the operation costs, as soon as it is known. */
  cost?: number;
  loaders: Loaders;
  log: Log;
}
