import type { FastifyInstance } from 'fastify';
import { serveFolder } from './staticFiles.ts';

/**
 * The addresses of the explorer. The server sends the same page for all of them; the script of the page reads the
 * address and shows what it names.
 */
const explorerAddresses = [
  '/',
  '/search',
  '/compare',
  '/recipes',
  '/review',
  '/review/papers',
  '/author/*',
  '/institution/*',
  '/paper/*',
  '/topic/*',
  '/paths/*',
];

/** Serves the explorer, GraphiQL, and the script of the widget that other sites can embed. */
export const pages = async (server: FastifyInstance): Promise<void> => {
  await serveFolder(server, {
    name: 'explorer',
    prefix: '/explorer/',
    addresses: Object.fromEntries(explorerAddresses.map((address) => [address, 'index.html'])),
  });
  server.get('/graphiql', (_, reply) => reply.redirect('/graphiql/'));
  await serveFolder(server, { name: 'graphiql', prefix: '/graphiql/' });
  await serveFolder(server, {
    name: 'widget',
    addresses: { '/widget.js': 'widget.js' },
    // pages of all origins may load widget.js, but only pages of the origins in CORS_ORIGINS may send queries
    headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  });
};
