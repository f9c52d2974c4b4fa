import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { exporters, exportNames, type FileName, type Parameters } from '../../export/exporters.ts';
import type { GraphStore } from '../../graph/store.ts';
import { Deadline } from '../execution/deadline.ts';
import { paidReads } from '../limits/paidReads.ts';
import { REFUSAL_COST, type RateLimit } from '../limits/rateLimit.ts';
import { conditionalGet } from './conditionalGet.ts';

export interface ExportRoutesOptions {
  store: GraphStore;
  rateLimit: RateLimit;
  /** How long one export may take, in ms. */
  operationMilliseconds: number;
}

/** The most papers in a file, and the most ids in an address. All headers together may have 16 kB. */
const bounds = { papers: 1000, ids: 100 };

/** Headers that scripts of other origins may read, if CORS_ORIGINS allows the origin. */
export const exportHeaders = ['content-disposition', 'x-export-cut'];

/**
 * Answers GET /export/slice, /export/collaborators and /export/papers with a file. A client is charged for the
 * entities that are read.
 */
export const exportRoutes = (server: FastifyInstance, options: ExportRoutesOptions): void => {
  for (const name of exportNames) {
    server.get(`/export/${name}`, { onSend: conditionalGet }, async (request, reply) => {
      const file = await createFile(name, request, reply, options);
      reply.type(file.mediaType).header('content-disposition', dispositionOf(file.name));
      if (file.cut !== null) reply.header('x-export-cut', file.cut);
      return reply.send(file.text);
    });
  }
};

const createFile = async (
  exportName: (typeof exportNames)[number],
  request: FastifyRequest,
  reply: FastifyReply,
  { store, rateLimit, operationMilliseconds }: ExportRoutesOptions,
) => {
  await rateLimit.check(request);
  const deadline = new Deadline(operationMilliseconds);
  reply.raw.once('close', () => reply.raw.writableFinished || deadline.abandon());
  try {
    const reads = paidReads(store.during(deadline.signal), (cost) => rateLimit.charge(request, cost));
    return await deadline.race(async () => {
      const { chunks, ...file } = await exporters[exportName](reads, parametersOf(request.url), bounds);
      return { ...file, text: await concatenate(chunks) };
    });
  } catch (error) {
    await rateLimit.charge(request, REFUSAL_COST).catch(() => undefined); // the answer states the first error
    throw error;
  } finally {
    deadline.end();
  }
};

const parametersOf = (url: string): Parameters => {
  const { searchParams } = new URL(url, 'http://localhost');
  return new Map([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
};

/** The whole file is created before any of it is sent: an error in the middle could not be reported. */
const concatenate = async (chunks: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
};

/** RFC 6266: an ASCII file name for every client, and the full name for clients that read RFC 8187. */
const dispositionOf = ({ ascii, full }: FileName): string =>
  `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(full)}`;
