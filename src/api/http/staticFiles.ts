import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { addVary } from './vary.ts';

/**
 * The folder into which the build puts the explorer, GraphiQL and the widget. The path is valid from src and from dist,
 * which are at the same depth.
 */
const builtFolder = new URL('../../../dist/web/', import.meta.url);

/** The file of the explorer's page. */
export const explorerPage = new URL('explorer/index.html', builtFolder);

interface StaticFolder {
  /** The name of the subfolder in the built folder. */
  name: 'explorer' | 'graphiql' | 'widget';
  /**
   * All files of the folder are served at addresses that begin with this prefix. If absent, only `addresses` are
   * served.
   */
  prefix?: string;
  /** Further addresses, with the name of the file that is served at each. */
  addresses?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
}

/**
 * Serves the files of the explorer, GraphiQL or the widget. The build has stored a compressed copy of each file, which
 * is sent to clients that accept it.
 */
export const serveFolder = async (
  server: FastifyInstance,
  { name, prefix, addresses = {}, headers = {} }: StaticFolder,
): Promise<void> => {
  const root = fileURLToPath(new URL(`${name}/`, builtFolder));
  if (!existsSync(root)) {
    const message = `The ${name} is not built. Run "npm run build" and start the server again.\n`;
    for (const address of [...Object.keys(addresses), ...(prefix === undefined ? [] : [prefix])]) {
      server.get(address, (_, reply) => reply.code(404).type('text/plain; charset=utf-8').send(message));
    }
    return;
  }
  await server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      reply.headers(headers);
      addVary(reply, 'accept-encoding');
    });
    await scope.register(fastifyStatic, {
      root,
      ...(prefix === undefined ? { serve: false } : { prefix }),
      preCompressed: true,
      cacheControl: false, // setHeaders sets Cache-Control
      setHeaders: (response, path) => void response.setHeader('cache-control', cacheControlOf(path)),
    });
    for (const [address, file] of Object.entries(addresses)) {
      scope.get(address, (_, reply) => reply.sendFile(file));
    }
  });
};

/**
 * Files in `assets` can be cached forever, because their names contain a hash of their content. Other files may change
 * with each build.
 */
const cacheControlOf = (path: string): string =>
  path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
