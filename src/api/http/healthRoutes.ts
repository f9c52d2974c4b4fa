import type { FastifyInstance } from 'fastify';
import type { GraphStore } from '../../graph/store.ts';
import type { Readiness } from '../../graph/readiness.ts';

/**
 * In ms. A store that takes longer is reported as not ready. The limit is below a second, because many programs that
 * check health wait only that long.
 */
const STORE_TIMEOUT = 800;

/**
 * Adds GET /health/live, which answers while the process runs, and /health/ready, which says whether the store answers.
 */
export const healthRoutes = (server: FastifyInstance, store: GraphStore, isStopping: () => boolean): void => {
  // requests that arrive while the store is being checked get the result of this check, so that many requests cannot
  // overload the store
  let check: Promise<Readiness | undefined> | undefined;
  const current = () => (check ??= readinessOf(store).finally(() => (check = undefined)));
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_, reply) => {
    if (isStopping()) return reply.code(503).send({ status: 'stopping' });
    const readiness = await current();
    if (readiness?.ready !== true) return reply.code(503).send({ status: 'store unavailable' });
    return { status: 'ready', importUnfinished: readiness.importUnfinished };
  });
};

const readinessOf = async (store: GraphStore): Promise<Readiness | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), STORE_TIMEOUT);
  });
  try {
    return await Promise.race([store.readiness(), timeout]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};
