import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** The size in bytes from which files are compressed. A smaller file fits into one network packet. */
const SMALLEST_FILE = 1_024;

/**
 * Writes a brotli and a gzip copy beside each built file. The server sends a copy to clients that accept its encoding.
 */
export const precompress: Plugin = {
  name: 'precompress',
  apply: 'build',
  enforce: 'post',
  writeBundle: ({ dir = '' }, bundle) => {
    for (const name of Object.keys(bundle)) {
      if (!/\.(?:css|html|js|json|svg|ttf)$/.test(name)) continue;
      const path = join(dir, name);
      const content = readFileSync(path);
      if (content.length < SMALLEST_FILE) continue;
      writeFileSync(`${path}.br`, brotliCompressSync(content));
      writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    }
  },
};
