import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where the build puts the pages' files. Right from src and from dist: both are one folder deep. */
const builtPages = new URL('../../../dist/web/', import.meta.url);

/** The addresses of the explorer, which reads them itself: there is one page for all. */
const explored = ['/', '/search', '/author/*', '/institution/*', '/paper/*', '/topic/*', '/paths/*'];

const notBuilt = 'The page is not built. Run "npm run build" and start the server again.\n';

/** The explorer and GraphiQL, all of it served from here. */
export const pages = async (server: FastifyInstance): Promise<void> => {
  server.get('/graphiql', (_, reply) => reply.redirect('/graphiql/'));
  const page = new URL('explorer/index.html', builtPages);
  const answer = existsSync(page) ? explorer(readFileSync(page)) : absent;
  for (const address of explored) server.get(address, (_, reply) => answer(reply));
  await files(server, 'explorer');
  await files(server, 'graphiql');
};

const explorer =
  (page: Buffer) =>
  (reply: FastifyReply): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);

const absent = (reply: FastifyReply): FastifyReply =>
  reply.code(404).type('text/plain; charset=utf-8').send(notBuilt);

/** The files of a built page, below its name. */
const files = async (server: FastifyInstance, name: 'explorer' | 'graphiql'): Promise<void> => {
  const prefix = `/${name}/`;
  const root = fileURLToPath(new URL(`${name}/`, builtPages));
  if (!existsSync(root)) {
    server.get(prefix, (_, reply) => absent(reply));
    return;
  }
  await server.register(fastifyStatic, {
    root,
    prefix,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false, // set below
    setHeaders: (reply, path) => {
      // built files carry a checksum in their names, the page itself does not
      const lasting = path.includes('/assets/');
      reply.setHeader('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
};
