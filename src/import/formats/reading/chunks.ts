import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ReadingProgress } from '../../importRecord.ts';
import type { SourceFile } from './sourceFiles.ts';

/** The contents of a file are damaged from some point on; what was read before it stands. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** What a gzip may expand to. */
export interface ExpansionBounds {
  /** Times its own size, past the first `freely` bytes. */
  times: number;
  freely: number;
  /** Bytes in all. */
  most: number;
}

/** Metadata compresses some 10 to 30 times, and the largest files of the sources have some 10 GB. */
const expansionBounds: ExpansionBounds = { times: 100, freely: 100_000_000, most: 64_000_000_000 };

const BYTES_AT_ONCE = 1 << 18;

/**
 * The bytes of a file, expanded where its content (not its name) is gzip.
 *
 * @param progress is told the bytes read of the file as it lies, all of them once the file is done with.
 * @throws DamagedFile where a gzip is cut, broken or a bomb.
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
    if (first.value[0] === 0x1f && first.value[1] === 0x8b) {
      yield* expanded(startingWith(first.value, bytes), () => progress.bytesRead - before, bounds);
    } else {
      yield first.value;
      yield* bytes;
    }
  } finally {
    await bytes.return(undefined);
    progress.bytesRead = Math.max(progress.bytesRead, before + file.bytes);
  }
}

/** Reads without a stream: with hundreds of small files, opening one costs more than reading. */
async function* bytesOf(file: SourceFile, progress: ReadingProgress): AsyncGenerator<Buffer, void> {
  const handle = await open(file.path);
  try {
    for (;;) {
      // one byte more than a small file has, so that a single read also tells its end
      const buffer = Buffer.allocUnsafe(Math.min(BYTES_AT_ONCE, file.bytes + 1));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      progress.bytesRead += bytesRead;
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      if (bytesRead < buffer.length) return;
    }
  } finally {
    await handle.close();
  }
}

async function* startingWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function* expanded(
  compressed: AsyncIterable<Buffer>,
  bytesRead: () => number,
  bounds: ExpansionBounds,
): AsyncGenerator<Buffer> {
  // pipeline hands an error of the source on to the end, where pipe would leave the reader waiting for ever
  const stream = pipeline(
    Readable.from(compressed),
    createGunzip({ chunkSize: BYTES_AT_ONCE }),
    () => undefined,
  );
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      refuseBomb(length, bytesRead(), bounds);
      yield chunk;
    }
  } catch (cause) {
    throw asDamage(cause);
  }
}

const refuseBomb = (length: number, read: number, { times, freely, most }: ExpansionBounds): void => {
  if (length > freely && length > times * read) {
    throw new DamagedFile(
      `the gzip expands more than ${times} times (${read} bytes gave ${length}); the rest is not read`,
    );
  }
  if (length > most) {
    throw new DamagedFile(`the gzip expands to more than ${most} bytes; the rest is not read`);
  }
};

const asDamage = (cause: unknown): unknown => {
  const { code, message } = cause as NodeJS.ErrnoException;
  return typeof code === 'string' && code.startsWith('Z_')
    ? new DamagedFile(`the gzip is damaged here (${message}); the rest is not read`, { cause })
    : cause;
};
