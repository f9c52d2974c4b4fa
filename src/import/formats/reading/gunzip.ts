import { createGunzip } from 'node:zlib';

const CHUNK_SIZE = 1 << 18;
/** The number of compressed bytes that are expanded at a time. They expand to 16 MB at most. */
const PIECE_LENGTH = 1 << 14;

/**
 * Expands gzip. If it is damaged, everything before the damage is yielded before the error is thrown: zlib loses the
 * output of the piece in which it finds an error, so this piece is expanded again, byte by byte.
 *
 * @param compressed the compressed bytes
 * @param again reads the same bytes again; called if they are damaged
 */
export async function* gunzip(
  compressed: AsyncIterable<Buffer>,
  again: () => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let pieceCount = 0;
  let length = 0;
  try {
    for await (const parts of expandPieces(piecesOf(compressed, Infinity))) {
      pieceCount += 1;
      for (const part of parts) {
        length += part.length;
        yield part;
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'Z_DATA_ERROR')
      yield* withoutStart(expandPieces(piecesOf(again(), pieceCount)), length);
    throw error;
  }
}

/** Yields the first `pieceCount` pieces of PIECE_LENGTH bytes, and then each further byte alone. */
async function* piecesOf(chunks: AsyncIterable<Buffer>, pieceCount: number): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const chunk of chunks) {
    let start = 0;
    while (start < chunk.length) {
      const end = start + (count < pieceCount ? PIECE_LENGTH : 1);
      yield chunk.subarray(start, end);
      start = end;
      count += 1;
    }
  }
}

/** Leaves out the first `length` bytes. */
async function* withoutStart(expanded: AsyncIterable<Buffer[]>, length: number): AsyncGenerator<Buffer> {
  let remaining = length;
  for await (const parts of expanded) {
    for (const part of parts) {
      if (part.length > remaining) yield part.subarray(remaining);
      remaining = Math.max(0, remaining - part.length);
    }
  }
}

/** Yields the output of each piece of a gzip. */
async function* expandPieces(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  const stream = createGunzip({ chunkSize: CHUNK_SIZE });
  const output: Buffer[] = [];
  stream.on('data', (part: Buffer) => output.push(part));
  // ignored here, because the error is thrown where the output of the piece is awaited
  stream.on('error', () => undefined);
  const finished = (start: (onEnd: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const onClose = () => reject(new Error('the stream of the gzip was closed before its end'));
      const settle = (error?: Error | null): void => {
        stream.off('error', reject).off('end', settle).off('close', onClose);
        if (error) reject(error);
        else resolve();
      };
      stream.once('error', reject).once('end', settle).once('close', onClose);
      start(settle);
    });
  try {
    for await (const piece of pieces) {
      await finished((onEnd) => stream.write(piece, onEnd));
      yield output.splice(0);
      // the rest of the file consists of zeros, with which some programs fill the last block
      if (stream.readableEnded) return;
    }
    await finished(() => stream.end());
    yield output.splice(0);
  } finally {
    stream.destroy();
  }
}
