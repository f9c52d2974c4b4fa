import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Where the build puts it. Right from src and from dist: both are one folder deep. */
const built = new URL('../../../dist/web/widget/widget.js', import.meta.url);

const notBuilt = 'The widget is not built. Run "npm run build" and start the server again.\n';

/**
 * Serves the element that pages of any origin may load. What it then asks of this server is another matter, and a
 * setting's.
 */
export const widgetRoute = (server: FastifyInstance): void => {
  if (!existsSync(built)) {
    server.get('/widget.js', (_, reply) => reply.code(404).type('text/plain; charset=utf-8').send(notBuilt));
    return;
  }
  const script = readFileSync(built);
  const compressed = gzipSync(script);
  const tag = createHash('sha1').update(script).digest('base64url');
  server.get('/widget.js', (request, reply) => {
    const isCompressed = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
    const etag = `"${tag}${isCompressed ? '-gzip' : ''}"`;
    reply
      .type('text/javascript; charset=utf-8')
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-encoding')
      .header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    if (isCompressed) reply.header('content-encoding', 'gzip');
    return reply.send(isCompressed ? compressed : script);
  });
};
