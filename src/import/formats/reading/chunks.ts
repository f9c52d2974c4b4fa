import { open } from 'node:fs/promises';
import type { ReadingProgress } from '../../importRecord.ts';
import { asUtf8 } from './asUtf8.ts';
import { gunzip } from './gunzip.ts';
import { isTar, packingOf } from './packing.ts';
import type { SourceFile } from './sourceFiles.ts';

/**
 * Thrown by the functions that read a file, at the place at which the file is damaged. Everything that was read before
 * remains valid.
 */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** Limits on the expansion of a gzip file. */
export interface ExpansionBounds {
  /** The largest ratio of expanded to compressed size, checked after `uncheckedBytes` expanded bytes. */
  maxRatio: number;
  uncheckedBytes: number;
  maxBytes: number;
}

/**
 * These limits are far above real files: metadata compresses by a ratio of 10 to 30, and the largest files of the
 * sources expand to about 10 GB.
 */
const expansionBounds: ExpansionBounds = {
  maxRatio: 100,
  uncheckedBytes: 100_000_000,
  maxBytes: 64_000_000_000,
};

const CHUNK_SIZE = 1 << 18;

/**
 * Reads a file and expands it if its content is gzip, whatever its name. UTF-16 becomes UTF-8.
 *
 * @param progress receives the number of bytes read from disk, which is the file size at the end
 * @throws DamagedFile if a gzip is truncated, damaged or a decompression bomb, and if the file is packed otherwise
 */
export async function* readChunks(
  file: SourceFile,
  progress: ReadingProgress,
  bounds: ExpansionBounds = expansionBounds,
): AsyncGenerator<Buffer> {
  const before = progress.bytesRead;
  const bytes = bytesOf(file, progress);
  try {
    const first = await bytes.next();
    if (first.done) return;
    const packing = packingOf(first.value);
    if (packing !== undefined)
      throw new DamagedFile(`the file is packed by ${packing}: unpack it and import the files in it`);
    const isGzip = isGzipped(first.value);
    const all = prepend(first.value, bytes);
    const again = () => bytesOf(file, { bytesRead: 0, bytesTotal: 0 });
    const length = () => progress.bytesRead - before;
    yield* asUtf8(withoutArchive(isGzip ? bounded(gunzip(all, again), length, bounds) : all));
  } finally {
    await bytes.return(undefined);
    progress.bytesRead = Math.max(progress.bytesRead, before + file.bytes);
  }
}

/** Reads without a stream, because opening a stream costs more than reading a small file. */
async function* bytesOf(file: SourceFile, progress: ReadingProgress): AsyncGenerator<Buffer, void> {
  const handle = await open(file.path);
  try {
    for (;;) {
      // one byte more than the file size, so that a single read of a small file also detects its end
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK_SIZE, file.bytes + 1));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      progress.bytesRead += bytesRead;
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      if (bytesRead < buffer.length) return;
    }
  } finally {
    await handle.close();
  }
}

async function* prepend(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** @throws DamagedFile if the file is an archive of tar, or was compressed by gzip twice */
async function* withoutArchive(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst && isTar(chunk))
      throw new DamagedFile('the file is an archive of tar: unpack it and import the files in it');
    if (isFirst && isGzipped(chunk))
      throw new DamagedFile('the file is compressed by gzip twice: unpack it and import the file in it');
    isFirst = false;
    yield chunk;
  }
}

const isGzipped = (start: Buffer): boolean => start[0] === 0x1f && start[1] === 0x8b;

async function* bounded(
  expanded: AsyncIterable<Buffer>,
  bytesRead: () => number,
  bounds: ExpansionBounds,
): AsyncGenerator<Buffer> {
  let length = 0;
  try {
    for await (const chunk of expanded) {
      length += chunk.length;
      refuseBomb(length, bytesRead(), bounds);
      yield chunk;
    }
  } catch (cause) {
    throw asDamage(cause);
  }
}

const refuseBomb = (length: number, compressedLength: number, bounds: ExpansionBounds): void => {
  const { maxRatio, uncheckedBytes, maxBytes } = bounds;
  if (length > uncheckedBytes && length > maxRatio * compressedLength) {
    throw new DamagedFile(
      `the gzip expands more than ${maxRatio} times (${compressedLength} bytes to ${length}); the rest is not read`,
    );
  }
  if (length > maxBytes) {
    throw new DamagedFile(`the gzip expands to more than ${maxBytes} bytes; the rest is not read`);
  }
};

const asDamage = (cause: unknown): unknown => {
  const { code, message } = cause as NodeJS.ErrnoException;
  return typeof code === 'string' && code.startsWith('Z_')
    ? new DamagedFile(`the gzip is damaged here (${message}); the rest is not read`, { cause })
    : cause;
};
