import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the build puts the pages' files. Right from src and from dist: both are one folder deep. */
const builtPages = new URL('../../../dist/web/', import.meta.url);

const home = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Co-authorship graph</title>
  </head>
  <body>
    <main>
      <h1>Co-authorship graph</h1>
      <p>Papers, authors, topics and institutions as one graph, over GraphQL.</p>
      <ul>
        <li><a href="/graphiql/">Explore with GraphiQL</a>: example queries, documentation, completion</li>
        <li><code>/graphql</code>: the API, by POST or GET</li>
        <li><a href="/health/ready">Readiness</a> and <a href="/health/live">liveness</a></li>
      </ul>
    </main>
  </body>
</html>
`;

const notBuilt = 'The page is not built. Run "npm run build" and start the server again.\n';

/** The home page and GraphiQL, all of it served from here. */
export const pages = async (server: FastifyInstance): Promise<void> => {
  server.get('/', (_, reply) => reply.type('text/html; charset=utf-8').send(home));
  server.get('/graphiql', (_, reply) => reply.redirect('/graphiql/'));
  const graphiql = fileURLToPath(new URL('graphiql/', builtPages));
  if (!existsSync(graphiql)) {
    server.get('/graphiql/', (_, reply) => reply.code(404).type('text/plain; charset=utf-8').send(notBuilt));
    return;
  }
  await server.register(fastifyStatic, {
    root: graphiql,
    prefix: '/graphiql/',
    decorateReply: false,
    cacheControl: false, // set below
    setHeaders: (reply, path) => {
      // built files carry a checksum in their names, the page itself does not
      const lasting = path.includes('/assets/');
      reply.setHeader('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
};
