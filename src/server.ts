import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import fastifyCors from '@fastify/cors';
import fastifyHelmet from '@fastify/helmet';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';
import { startedApollo } from './api/execution/apolloServer.ts';
import { badAddress, httpErrors } from './api/http/httpErrors.ts';
import { exportHeaders, exportRoutes } from './api/http/exportRoutes.ts';
import { graphqlRoute } from './api/http/graphqlRoute.ts';
import { metricsRoute } from './api/http/metricsRoute.ts';
import { healthRoutes } from './api/http/healthRoutes.ts';
import { pages } from './api/http/pages.ts';
import { securityHeaders } from './api/http/securityHeaders.ts';
import { Connections } from './api/http/connections.ts';
import { GracefulStop } from './api/http/gracefulStop.ts';
import { MalformedRequests } from './api/http/malformedRequests.ts';
import { widgetRoute } from './api/http/widgetRoute.ts';
import { RateLimit } from './api/limits/rateLimit.ts';
import { Metrics } from './api/http/metrics.ts';
import { instrumentedStore } from './api/execution/instrumentedStore.ts';
import type { GraphStore } from './graph/store.ts';

/** What a server can be told; everything has a default. */
export interface ServerSettings {
  /** Default 127.0.0.1: this machine alone. */
  host?: string;
  /** Default 4000; 0 takes a free one. */
  port?: number;
  /** Whose pages may ask from a browser: origins, or '*' for all. Default none but this server's own. */
  corsOrigins?: readonly string[];
  /** Default: none. */
  log?: Logger;
  /** What the operations of one client may cost in a minute; default 0: any amount. */
  rateLimit?: number;
  /** Keys that have a bucket of their own. Default: none. */
  rateLimitKeys?: readonly string[];
  /** Addresses and networks of proxies whose word on who the client is counts. Default: none. */
  trustedProxies?: readonly string[];
  /** How long one operation may take; default 5,000. */
  operationMilliseconds?: number;
  /** How long a stop waits for what is being answered; default 10,000. */
  stopMilliseconds?: number;
  /** How long a stop says that it is not ready, and serves on, before it accepts nothing more; default 0. */
  stopDelayMilliseconds?: number;
}

export interface GraphServer {
  /** For embedders who add routes or plugins of their own, before `listen`. */
  fastify: FastifyInstance;
  /** Begins to serve. Gives the address. @throws the system's error, for instance EADDRINUSE. */
  listen(): Promise<string>;
  /** Ends: nothing new is accepted, what was accepted is answered. The store stays open: who opened it closes it. */
  stop(): Promise<void>;
}

/** The most a request body may have, in bytes. */
const LARGEST_BODY = 100_000;

/** A server of the GraphQL API and its pages over a store, not yet listening. */
export const createServer = async (
  opened: GraphStore,
  settings: ServerSettings = {},
): Promise<GraphServer> => {
  const log: FastifyBaseLogger = settings.log ?? pino({ level: 'silent' });
  const metrics = new Metrics(opened);
  const store = instrumentedStore(opened, (call, seconds) => metrics.storeSeconds.observe({ call }, seconds));
  const { rateLimit: perMinute = 0, rateLimitKeys: keys = [], trustedProxies = [] } = settings;
  const rateLimit = new RateLimit({ perMinute, keys });
  const operationMilliseconds = settings.operationMilliseconds ?? 5000;
  const apollo = await startedApollo(log);
  const connections = new Connections();
  const unreadable = new MalformedRequests(log, connections);
  const server = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }), // one line a request, below, not two
    bodyLimit: LARGEST_BODY,
    return503OnClosing: false, // a request accepted is a request answered
    genReqId: requestId,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: 30_000, // for all of a request to arrive
    connectionTimeout: operationMilliseconds + 30_000, // for someone to read on who is answered
    http: {
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16_384,
      requireHostHeader: false, // Node would refuse it without a word
    },
    clientErrorHandler: (error, socket) => unreadable.refuse(error, socket),
    frameworkErrors: badAddress,
  });
  connections.watch(server.server);
  unreadable.watch(server.server);
  const gracefulStop = new GracefulStop(server, connections);

  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const { method, url, id } = request;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    const line = { requestId: id, method, path: url.split('?')[0], status: reply.statusCode, milliseconds };
    // A health check asks every few seconds, and says nothing worth keeping.
    log[line.path?.startsWith('/health/') ? 'debug' : 'info'](line, 'answered');
  });
  httpErrors(server);
  await server.register(fastifyHelmet, securityHeaders);
  const { corsOrigins = [] } = settings;
  if (corsOrigins.length > 0) {
    const origin = corsOrigins.includes('*') ? '*' : [...corsOrigins];
    await server.register(fastifyCors, {
      origin,
      methods: ['GET', 'POST'],
      exposedHeaders: ['x-request-id', ...exportHeaders],
    });
  }
  graphqlRoute(server, { apollo, store, log, rateLimit, metrics, operationMilliseconds });
  metricsRoute(server, metrics);
  exportRoutes(server, { store, rateLimit, operationMilliseconds });
  healthRoutes(server, store, () => gracefulStop.isStopping);
  widgetRoute(server);
  await pages(server);

  return {
    fastify: server,
    listen: async () => {
      // Fastify would open a second server for `localhost` that nothing here watches
      const { address } = await lookup(settings.host ?? '127.0.0.1', { verbatim: false });
      return server.listen({ host: address, port: settings.port ?? 4000 });
    },
    stop: async () => {
      await gracefulStop.stop({
        delayMilliseconds: settings.stopDelayMilliseconds ?? 0,
        limitMilliseconds: settings.stopMilliseconds ?? 10_000,
      });
      await apollo.stop();
    },
  };
};

/** The id a proxy gave the request, where it is a plausible one, else a new one. */
const requestId = ({ headers }: { headers: Record<string, string | string[] | undefined> }): string => {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
};
