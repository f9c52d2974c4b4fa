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

/** Options of a server. All of them are optional. */
export interface ServerSettings {
  /** The address to listen on. Default: 127.0.0.1, so that only programs on this machine can connect. */
  host?: string;
  /** The port to listen on. Default: 4000. With 0, the operating system chooses a free port. */
  port?: number;
  /** Origins whose pages may send queries from a browser, or '*' for all. Default: only the server's own pages. */
  corsOrigins?: readonly string[];
  /** Where the server logs. Default: nothing is logged. */
  log?: Logger;
  /** The maximum total cost of one client's operations in a minute. Default: 0, which means no limit. */
  rateLimit?: number;
  /** API keys with their own rate limits, independent of the address of the client. Default: none. */
  rateLimitKeys?: readonly string[];
  /** API keys with roles (see `parseApiKey`). Without API keys, no client can make corrections. Default: none. */
  apiKeys?: readonly ApiKey[];
  /** Addresses and networks of proxies whose X-Forwarded-For header is trusted. Default: none. */
  trustedProxies?: readonly string[];
  /** Whether the server answers AI assistants at POST /mcp (Model Context Protocol). Default: false. */
  mcp?: boolean;
  /** How long one operation may take, in ms. Default: 5,000. */
  operationMilliseconds?: number;
  /** How long a stop may take before open requests are cut off, in ms. Default: 10,000. */
  stopMilliseconds?: number;
  /**
   * How long the server continues to answer requests before it stops, in ms. During this time /health/ready answers
   * 503. Default: 0.
   */
  stopDelayMilliseconds?: number;
  /**
   * The interval at which the embedding program reads its live sources, in ms. The server only uses it to compute
   * `Source.nextRun`. Default: undefined, for never.
   */
  syncMilliseconds?: number | undefined;
}

export interface GraphServer {
  /** The Fastify server, to which an embedding program may add routes and plugins before it calls `listen`. */
  fastify: FastifyInstance;
  /** Starts to listen, and returns the address. @throws the error of the operating system, for example EADDRINUSE. */
  listen(): Promise<string>;
  /**
   * Answers open requests, then refuses connections and ends. It does not close the store: the caller of `createServer`
   * does.
   */
  stop(): Promise<void>;
}

/** The default of `operationMilliseconds`. */
const OPERATION_LIMIT = 5_000;
/** The default of `stopMilliseconds`. */
const STOP_LIMIT = 10_000;

/** Creates a server for the GraphQL API, exports and pages of a store. It does not listen yet. */
export const createServer = async (
  graphStore: GraphStore,
  settings: ServerSettings = {},
): Promise<GraphServer> => {
  const log: FastifyBaseLogger = settings.log ?? pino({ level: 'silent' });
  const { operationMilliseconds = OPERATION_LIMIT, corsOrigins = [], trustedProxies = [] } = settings;
  const apollo = await startedApollo(log);
  const { server, gracefulStop } = await createHttpServer({
    log,
    corsOrigins,
    trustedProxies,
    operationMilliseconds,
  });
  const store = addGraphRoutes(server, graphStore, { apollo, log, operationMilliseconds, settings });
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

interface GraphRoutesOptions {
  apollo: Awaited<ReturnType<typeof startedApollo>>;
  log: FastifyBaseLogger;
  operationMilliseconds: number;
  settings: ServerSettings;
}

/** Adds the routes that read the graph, and the metrics of these reads. Returns the store whose reads are measured. */
const addGraphRoutes = (
  server: FastifyInstance,
  graphStore: GraphStore,
  { apollo, log, operationMilliseconds, settings }: GraphRoutesOptions,
): GraphStore => {
  const metrics = new Metrics(graphStore);
  const store = instrumentedStore(graphStore, (call, seconds) =>
    metrics.storeSeconds.observe({ call }, seconds),
  );
  const apiKeys = new ApiKeys(settings.apiKeys ?? []);
  const { rateLimit: perMinute = 0, rateLimitKeys: keys = [], syncMilliseconds } = settings;
  const rateLimit = new RateLimit({ perMinute, keys, apiKeys });
  const shared = { store, rateLimit, operationMilliseconds };
  graphqlRoute(server, { ...shared, apollo, log, apiKeys, metrics, syncMilliseconds });
  metricsRoute(server, metrics);
  exportRoutes(server, shared);
  feedRoutes(server, shared);
  return store;
};

/**
 * Listens on one address. If Fastify got the name `localhost`, it would open a second server, which the graceful stop
 * and the error handling would not know.
 */
const listen = async (
  server: FastifyInstance,
  { host = '127.0.0.1', port = 4000 }: ServerSettings,
): Promise<string> => {
  const { address } = await lookup(host, { verbatim: false }); // an IPv4 address, if the host has one
  return server.listen({ host: address, port });
};
