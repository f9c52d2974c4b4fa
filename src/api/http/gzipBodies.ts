import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { errorCodes, type FastifyInstance, type RequestPayload } from 'fastify';

/**
 * Decompresses request bodies with `content-encoding: gzip`. Decompression stops at the limit, because a small body can
 * decompress to gigabytes.
 *
 * @param limit the maximum size of a body in bytes, before and after decompression
 */
export const gzipBodies = (server: FastifyInstance, limit: number): void => {
  server.addHook('preParsing', async ({ headers }, reply, payload) => {
    const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
    if (encoding === 'identity') return payload;
    try {
      if (encoding !== 'gzip') throw unsupportedEncoding(encoding);
      return await decompress(payload, limit);
    } catch (error) {
      reply.header('connection', 'close'); // the connection must be closed, because the rest of the body is not read
      throw error;
    }
  });
};

const decompress = (payload: RequestPayload, limit: number): Promise<RequestPayload> =>
  new Promise((resolve, reject) => {
    const gunzip = createGunzip();
    const chunks: Buffer[] = [];
    const sizes = { compressed: 0, decompressed: 0 };
    const fail = (error: Error) => {
      payload.unpipe(gunzip);
      gunzip.destroy();
      reject(error);
    };
    const count = (side: keyof typeof sizes, chunk: Buffer) => {
      sizes[side] += chunk.length;
      if (sizes[side] > limit) fail(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
    };
    gunzip.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      count('decompressed', chunk);
    });
    gunzip.on('error', () => fail(badRequest(400, 'The request body is not valid gzip data.')));
    gunzip.on('end', () => {
      // Fastify compares `receivedEncodedLength` with the header Content-Length, which is the length of the compressed
      // body
      resolve(Object.assign(Readable.from(chunks), { receivedEncodedLength: sizes.compressed }));
    });
    payload.on('data', (chunk: Buffer) => count('compressed', chunk));
    payload.once('error', fail);
    payload.pipe(gunzip);
  });

const unsupportedEncoding = (encoding: string): Error =>
  badRequest(415, `The content encoding "${encoding}" is not supported. Use gzip or none.`);

const badRequest = (statusCode: number, message: string): Error =>
  Object.assign(new Error(message), { statusCode });
