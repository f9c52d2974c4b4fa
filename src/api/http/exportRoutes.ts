import type { FastifyInstance } from 'fastify';
import { exporters, exportNames, type FileName } from '../../export/exporters.ts';
import { conditionalGet } from './conditionalGet.ts';
import { paidRequest, type PaidRequestOptions } from './paidRequest.ts';
import { queryParameters } from './queryParameters.ts';

/**
 * The maximum numbers of papers in a file and of ids in an address. The ids are limited because the address and the
 * headers together may have at most 16 kB.
 */
const bounds = { papers: 1000, ids: 100 };

/** Headers that scripts in pages of other origins may read, if CORS_ORIGINS allows the origin. */
export const exportHeaders = ['content-disposition', 'x-export-cut'];

/**
 * Answers GET /export/slice, /export/collaborators and /export/papers with a file. A client is charged for the
 * entities that are read.
 */
export const exportRoutes = (server: FastifyInstance, options: PaidRequestOptions): void => {
  for (const name of exportNames) {
    server.get(`/export/${name}`, { onSend: conditionalGet }, async (request, reply) => {
      const file = await paidRequest(request, reply, options, async (reads) => {
        const { chunks, ...rest } = await exporters[name](reads, queryParameters(request.url), bounds);
        return { ...rest, text: await concatenate(chunks) };
      });
      reply.type(file.mediaType).header('content-disposition', dispositionOf(file.name));
      if (file.cut !== null) reply.header('x-export-cut', file.cut);
      return reply.send(file.text);
    });
  }
};

/** The whole file is created before any of it is sent, because an error could not be reported after a part was sent. */
const concatenate = async (chunks: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
};

/**
 * The header Content-Disposition (RFC 6266): an ASCII file name for every client, and the full name for clients that
 * support RFC 8187.
 */
const dispositionOf = ({ ascii, full }: FileName): string =>
  `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(full)}`;
