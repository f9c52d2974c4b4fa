import { constants } from 'node:zlib';
import type { FastifyCompressOptions } from '@fastify/compress';

/**
 * How answers are compressed. Answers below the threshold fit into one packet, so they are not compressed. The length
 * of a compressed answer can reveal secrets in it (BREACH attack), but these answers contain no secrets.
 */
export const compression: FastifyCompressOptions = {
  encodings: ['br', 'gzip', 'identity'],
  threshold: 1_024, // in bytes
  // Brotli with quality 4 takes about as long as gzip, and the answer is smaller
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  globalDecompression: false, // gzipBodies decompresses requests, up to a limit
};
