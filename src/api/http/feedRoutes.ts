import type { FastifyInstance } from 'fastify';
import { feedFormats } from '../../export/feeds/feedFormats.ts';
import { paperFeed } from '../../export/feeds/paperFeed.ts';
import { conditionalGet } from './conditionalGet.ts';
import { paidRequest, type PaidRequestOptions } from './paidRequest.ts';
import { queryParameters } from './queryParameters.ts';

/** Answers GET /feed.atom and /feed.json with new papers for feed readers. */
export const feedRoutes = (server: FastifyInstance, options: PaidRequestOptions): void => {
  for (const [ending, { mediaType, write }] of Object.entries(feedFormats)) {
    server.get(`/feed.${ending}`, { onSend: conditionalGet }, async (request, reply) => {
      const feed = await paidRequest(request, reply, options, (reads) =>
        paperFeed(reads, queryParameters(request.url)),
      );
      const origin = `${request.protocol}://${request.host}`;
      reply.type(mediaType).header('last-modified', new Date(feed.updated).toUTCString());
      return reply.send(write(feed, origin, origin + request.url));
    });
  }
};
