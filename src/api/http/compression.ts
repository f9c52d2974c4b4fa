import { constants } from 'node:zlib';
import type { FastifyCompressOptions } from '@fastify/compress';

/**
 * How answers are compressed. Answers below the threshold are not compressed, because they fit into one packet anyway.
 * The length of a compressed answer can reveal secrets in it (BREACH), but these answers contain no secrets.
 */
export const compression: FastifyCompressOptions = {
  encodings: ['br', 'gzip', 'identity'],
  threshold: 1_024, // bytes
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, // about as fast as gzip, and smaller
  globalDecompression: false, // gzipBodies decompresses requests, with a limit
};
