import type { FastifyInstance } from 'fastify';
import { exporters, exportNames, type FileName, type Parameters } from '../../export/exporters.ts';
import type { GraphStore } from '../../graph/store.ts';
import { Deadline } from '../execution/deadline.ts';
import { paidReads } from '../limits/paidReads.ts';
import { REFUSAL_COST, type RateLimit } from '../limits/rateLimit.ts';

export interface ExportRoutesOptions {
  store: GraphStore;
  rateLimit: RateLimit;
  /** How long one export may take. */
  operationMilliseconds: number;
}

/** The most papers in a file, and ids in an address, which may itself have 16 kB. */
const bounds = { papers: 1000, ids: 100 };

/** Headers of an answer that scripts of other origins may read. */
export const exportHeaders = ['content-disposition', 'x-export-cut'];

/**
 * Files for other programs: GET /export/slice, /export/collaborators and /export/papers. They cost what is read for
 * them.
 */
export const exportRoutes = (server: FastifyInstance, options: ExportRoutesOptions): void => {
  const { store, rateLimit, operationMilliseconds } = options;
  for (const what of exportNames) {
    server.get(`/export/${what}`, async (request, reply) => {
      await rateLimit.check(request);
      const deadline = new Deadline(operationMilliseconds);
      reply.raw.once('close', () => reply.raw.writableFinished || deadline.abandon());
      try {
        const reads = paidReads(store.during(deadline.signal), (cost) => rateLimit.charge(request, cost));
        const { name, mediaType, cut, text } = await deadline.race(async () => {
          const { chunks, ...file } = await exporters[what](reads, parametersOf(request.url), bounds);
          return { ...file, text: await joined(chunks) };
        });
        reply.type(mediaType).header('content-disposition', disposition(name));
        if (cut !== null) reply.header('x-export-cut', cut);
        return await reply.send(text);
      } catch (thrown) {
        await rateLimit.charge(request, REFUSAL_COST).catch(() => undefined); // the first fault is what counts
        throw thrown;
      } finally {
        deadline.end();
      }
    });
  }
};

const parametersOf = (url: string): Parameters => {
  const { searchParams } = new URL(url, 'http://localhost');
  return new Map([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
};

/** All of it before any of it is sent: an answer that begins well ends well. */
const joined = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

/** RFC 6266: a plain name for any client, and the full one for those that read RFC 8187. */
const disposition = ({ ascii, full }: FileName): string =>
  `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(full)}`;
