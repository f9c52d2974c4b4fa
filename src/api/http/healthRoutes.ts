import type { FastifyInstance } from 'fastify';
import type { GraphStore, Readiness } from '../../graph/store.ts';

/** A store that takes longer is not ready: probes give up after a second. */
const LONGEST_WAIT = 800;

/** Whether the server runs (/health/live, asks nothing) and whether it can answer (/health/ready, asks the store). */
export const healthRoutes = (server: FastifyInstance, store: GraphStore, isStopping: () => boolean): void => {
  // who asks while the store is asked shares its answer: anybody may ask, as often as they like
  let asked: Promise<Readiness | undefined> | undefined;
  const current = () => (asked ??= readinessOf(store).finally(() => (asked = undefined)));
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
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LONGEST_WAIT);
  });
  try {
    return await Promise.race([store.readiness(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};
