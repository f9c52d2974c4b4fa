import fastifyCompress from '@fastify/compress';
import fastifyCors from '@fastify/cors';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { compression } from './compression.ts';
import { Connections } from './connections.ts';
import { exportHeaders } from './exportRoutes.ts';
import { GracefulStop } from './gracefulStop.ts';
import { gzipBodies } from './gzipBodies.ts';
import { httpErrors, invalidUrl } from './httpErrors.ts';
import { MalformedRequests } from './malformedRequests.ts';
import { pages } from './pages.ts';
import { requestIdOf, requestLog } from './requestLog.ts';
import { securityHeaders } from './securityHeaders.ts';

interface HttpServerOptions {
  log: FastifyBaseLogger;
  corsOrigins: readonly string[];
  trustedProxies: readonly string[];
  operationMilliseconds: number;
}

/** The maximum size of a request body, in bytes. */
const BODY_LIMIT = 100_000;

/**
 * Creates a Fastify server with everything that does not depend on the graph: headers, errors, log, pages, compression.
 */
export const createHttpServer = async (
  options: HttpServerOptions,
): Promise<{ server: FastifyInstance; gracefulStop: GracefulStop }> => {
  const connections = new Connections();
  const malformedRequests = new MalformedRequests(options.log, connections);
  const server = fastifyServer(options, malformedRequests);
  connections.watch(server.server);
  malformedRequests.watch(server.server);
  const gracefulStop = new GracefulStop(server, connections);
  // browsers let any page send a body of the type text/plain without a CORS preflight request
  server.removeContentTypeParser('text/plain');
  requestLog(server);
  httpErrors(server);
  gzipBodies(server, BODY_LIMIT);
  securityHeaders(server);
  await registerCors(server, options.corsOrigins);
  // registered before fastifyCompress, because the build has already compressed the files of the pages
  await pages(server);
  await server.register(fastifyCompress, compression);
  return { server, gracefulStop };
};

const fastifyServer = (
  { log, trustedProxies, operationMilliseconds }: HttpServerOptions,
  malformedRequests: MalformedRequests,
): FastifyInstance =>
  fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }), // requestLog logs each request instead
    bodyLimit: BODY_LIMIT,
    return503OnClosing: false, // requests that arrive during the stop are still answered
    genReqId: requestIdOf,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: 30_000, // the maximum time until the whole request has arrived, in ms
    connectionTimeout: operationMilliseconds + 30_000, // the maximum time without data in either direction, in ms
    http: {
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16_384,
      requireHostHeader: false, // httpErrors checks the header and says in the answer what is wrong
    },
    clientErrorHandler: (error, socket) => malformedRequests.refuse(error, socket),
    frameworkErrors: invalidUrl,
  });

const registerCors = async (server: FastifyInstance, origins: readonly string[]): Promise<void> => {
  if (origins.length === 0) return;
  await server.register(fastifyCors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', ...exportHeaders],
  });
};
