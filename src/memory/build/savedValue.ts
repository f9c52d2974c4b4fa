import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Steps } from '../algorithms/steps.ts';

/*
 * A file that holds one value: JSON that may contain typed arrays. Numbers are in the byte order of the machine.
 *
 *   bytes 0–7   the name of the format
 *   8–11        its version
 *   12–15       the length of the JSON text
 *   16–23       the length of the file
 *   24–         the arrays; their starts are multiples of 8
 *               the JSON text, in which a typed array is {"$array": [type, start, length]}
 *   the last 4  the CRC-32 of the arrays, the JSON text and, as if they came last, the first 24 bytes
 */

export const NAME = 'CoAGraph';
/** The version of the file format. Must be raised whenever the format changes. */
export const VERSION = 2;
export const PREFIX_BYTES = 24;
const CHECKSUM_BYTES = 4;
/** How many bytes are read or written between two pauses in which requests are served. */
export const CHUNK = 2 ** 20;

export const arrayTypes = { Float64Array, Int16Array, Int32Array, Uint32Array, Uint8Array };
export type ArrayType = keyof typeof arrayTypes;
export type SavedArray = InstanceType<(typeof arrayTypes)[ArrayType]>;
type SharedArrayConstructor = new (buffer: SharedArrayBuffer, start: number, length: number) => SavedArray;
/** Where an array is in the file: its type, the position of its first byte, and the number of its elements. */
export interface ArrayReference {
  $array: [type: ArrayType, start: number, length: number];
}

/** Thrown if a file is incomplete, damaged, or has another format or version. */
export class UnusableFile extends Error {}

/**
 * Reads a value. Its arrays are views of one buffer in shared memory that contains the whole file.
 *
 * @throws UnusableFile, or the error of the file system, for example ENOENT
 */
export const readSavedValue = function* (path: string): Steps<unknown> {
  const bytes = yield* readChecked(path);
  const [, jsonLength = 0] = new Uint32Array(bytes.buffer, 8, 2);
  const start = bytes.length - CHECKSUM_BYTES - jsonLength;
  const json = Buffer.from(bytes.buffer, start, jsonLength).toString();
  const value: unknown = JSON.parse(json, (_, each: Partial<ArrayReference> | null): unknown => {
    if (!Array.isArray(each?.$array)) return each;
    const [type, offset, length] = each.$array;
    const SharedArray = arrayTypes[type] as SharedArrayConstructor;
    return new SharedArray(bytes.buffer, offset, length);
  });
  return value;
};

/** Reads the bytes of a file, and verifies its format, its length and its checksum. */
const readChecked = function* (path: string): Steps<Uint8Array<SharedArrayBuffer>> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const prefix = new Uint8Array(PREFIX_BYTES);
    readSync(file, prefix, 0, PREFIX_BYTES, 0);
    refuseForeign(prefix, size);
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    bytes.set(prefix);
    const end = size - CHECKSUM_BYTES;
    let checksum = 0;
    for (let start = PREFIX_BYTES; start < size; start += CHUNK) {
      const length = readSync(file, bytes, start, Math.min(CHUNK, size - start), start);
      if (length < Math.min(CHUNK, size - start)) throw incomplete(start + length, size);
      checksum = crc32(bytes.subarray(start, Math.min(start + CHUNK, end)), checksum);
      yield;
    }
    if (crc32(prefix, checksum) !== new Uint32Array(bytes.slice(end).buffer)[0]) {
      throw new UnusableFile('it is damaged: its checksum does not match');
    }
    return bytes;
  } finally {
    closeSync(file);
  }
};

const refuseForeign = (prefix: Uint8Array<ArrayBuffer>, size: number): void => {
  if (Buffer.from(prefix.buffer, 0, NAME.length).toString('latin1') !== NAME) {
    throw new UnusableFile('it is not a file of this program, or its beginning is damaged');
  }
  const [version = 0] = new Uint32Array(prefix.buffer, 8, 1);
  if (version !== VERSION) {
    throw new UnusableFile(
      `it has format ${version}, and this version of the program reads format ${VERSION}`,
    );
  }
  const [length = 0] = new Float64Array(prefix.buffer, 16, 1);
  if (length !== size) throw incomplete(size, length);
};

const incomplete = (size: number, length: number): UnusableFile =>
  new UnusableFile(`it is incomplete or damaged: it has ${size} bytes and should have ${length}`);
