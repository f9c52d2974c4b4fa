import { lookup } from 'node:dns/promises';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';
import type { ApiKey } from './api/access/apiKey.ts';
import { ApiKeys } from './api/access/apiKeys.ts';
import { startedApollo } from './api/execution/apolloServer.ts';
import { instrumentedStore } from './api/execution/instrumentedStore.ts';
import { exportRoutes } from './api/http/exportRoutes.ts';
import { feedRoutes } from './api/http/feedRoutes.ts';
import { graphqlRoute } from './api/http/graphqlRoute.ts';
import { healthRoutes } from './api/http/healthRoutes.ts';
import { createHttpServer } from './api/http/httpServer.ts';
import { Metrics } from './api/http/metrics.ts';
import { metricsRoute } from './api/http/metricsRoute.ts';
import { RateLimit } from './api/limits/rateLimit.ts';
import type { GraphStore } from './graph/store.ts';

/** Options of a server. All have defaults. */
export interface ServerSettings {
  /** Default 127.0.0.1: only programs on this machine can connect. */
  host?: string;
  /** Default 4000. 0 chooses a free port. */
  port?: number;
  /** Origins whose pages may send queries from a browser, or '*' for all. Default: only the server's own pages. */
  corsOrigins?: readonly string[];
  /** Default: nothing is logged. */
  log?: Logger;
  /** How much the operations of one client may cost in a minute. Default 0: no limit. */
  rateLimit?: number;
  /** API keys that have a rate limit of their own. Default: none. */
  rateLimitKeys?: readonly string[];
  /** Keys with roles; see `parseApiKey`. Without any, the API cannot write. Default: none. */
  apiKeys?: readonly ApiKey[];
  /** Addresses and networks of proxies whose X-Forwarded-For header is trusted. Default: none. */
  trustedProxies?: readonly string[];
  /** Whether AI assistants are answered at POST /mcp (Model Context Protocol). Default false. */
  mcp?: boolean;
  /** How long one operation may take, in ms. Default 5,000. */
  operationMilliseconds?: number;
  /** How long a stop may take before open requests are cut off, in ms. Default 10,000. */
  stopMilliseconds?: number;
  /** How long a stop waits before it begins; /health/ready already answers 503. In ms. Default 0. */
  stopDelayMilliseconds?: number;
  /**
   * How often the program that embeds the server reads its live sources, in ms; `Source.nextRun` is computed from it.
   * Default: never.
   */
  syncMilliseconds?: number | undefined;
}

export interface GraphServer {
  /** For embedders, who may add their own routes and plugins before `listen`. */
  fastify: FastifyInstance;
  /** Starts to listen, and gives the address. @throws the system's error, for example EADDRINUSE. */
  listen(): Promise<string>;
  /** Answers open requests, then refuses connections and ends. The caller of `createServer` closes the store. */
  stop(): Promise<void>;
}

const OPERATION_LIMIT = 5_000; // ms
const STOP_LIMIT = 10_000; // ms

/** Creates a server for the GraphQL API, exports and pages of a store. It does not listen yet. */
export const createServer = async (
  graphStore: GraphStore,
  settings: ServerSettings = {},
): Promise<GraphServer> => {
  const log: FastifyBaseLogger = settings.log ?? pino({ level: 'silent' });
  const { operationMilliseconds = OPERATION_LIMIT, corsOrigins = [], trustedProxies = [] } = settings;
  const metrics = new Metrics(graphStore);
  const store = instrumentedStore(graphStore, (call, seconds) =>
    metrics.storeSeconds.observe({ call }, seconds),
  );
  const apiKeys = new ApiKeys(settings.apiKeys ?? []);
  const { rateLimit: perMinute = 0, rateLimitKeys: keys = [] } = settings;
  const rateLimit = new RateLimit({ perMinute, keys, apiKeys });
  const apollo = await startedApollo(log);
  const { server, gracefulStop } = await createHttpServer({
    log,
    corsOrigins,
    trustedProxies,
    operationMilliseconds,
  });
  graphqlRoute(server, {
    apollo,
    store,
    log,
    rateLimit,
    apiKeys,
    metrics,
    operationMilliseconds,
    syncMilliseconds: settings.syncMilliseconds,
  });
  metricsRoute(server, metrics);
  exportRoutes(server, { store, rateLimit, operationMilliseconds });
  feedRoutes(server, { store, rateLimit, operationMilliseconds });
  if (settings.mcp === true) (await import('./api/http/mcpRoute.ts')).mcpRoute(server, corsOrigins);
  healthRoutes(server, store, () => gracefulStop.isStopping);
  return {
    fastify: server,
    listen: () => listen(server, settings),
    stop: async () => {
      await gracefulStop.stop({
        delayMilliseconds: settings.stopDelayMilliseconds ?? 0,
        limitMilliseconds: settings.stopMilliseconds ?? STOP_LIMIT,
      });
      await apollo.stop();
    },
  };
};

/** For `localhost`, Fastify would open a second server, which a graceful stop and the error handling do not see. */
const listen = async (
  server: FastifyInstance,
  { host = '127.0.0.1', port = 4000 }: ServerSettings,
): Promise<string> => {
  const { address } = await lookup(host, { verbatim: false }); // IPv4 first
  return server.listen({ host: address, port });
};
