import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { addVary } from './vary.ts';

/** Where the build puts the web parts. The path is valid in src and in dist, because both are folders of the root. */
const builtFolder = new URL('../../../dist/web/', import.meta.url);

export interface StaticFolder {
  /** Its name in the built folder. */
  name: 'explorer' | 'graphiql' | 'widget';
  /** The address below which all its files are served. Without it only `addresses` are served. */
  prefix?: string;
  /** Single addresses, and the file that is served at each. */
  addresses?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
}

/** Serves files of the built web parts, compressed by the build where the client accepts it. */
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
      cacheControl: false, // setHeaders sets it
      setHeaders: (response, path) => void response.setHeader('cache-control', cacheControlOf(path)),
    });
    for (const [address, file] of Object.entries(addresses)) {
      scope.get(address, (_, reply) => reply.sendFile(file));
    }
  });
};

/** The files in `assets` have a hash of their content in their names; the others change with the next build. */
const cacheControlOf = (path: string): string =>
  path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
