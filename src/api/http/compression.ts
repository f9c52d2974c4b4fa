import { constants } from 'node:zlib';
import type { FastifyCompressOptions } from '@fastify/compress';

/**
 * How answers are compressed. A smaller answer is sent as it is: it fits into one packet anyway. Compression leaks
 * secrets by the length of an answer (BREACH), but these answers hold no secrets.
 */
export const compression: FastifyCompressOptions = {
  encodings: ['br', 'gzip', 'identity'],
  threshold: 1_024, // bytes
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, // about as fast as gzip, and smaller
  globalDecompression: false, // gzipBodies decompresses requests, with a limit
};
