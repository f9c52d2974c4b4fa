import type { FastifyInstance } from 'fastify';
import { serveFolder } from './staticFiles.ts';

/** The addresses of the explorer. All of them serve the same page, which reads the address in the browser. */
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

/** Serves the explorer, GraphiQL, and the script of the widget. */
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
    // pages of all origins may load the script, but only those in CORS_ORIGINS may send queries
    headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  });
};
