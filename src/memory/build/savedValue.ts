import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import type { Steps } from '../algorithms/steps.ts';

/*
 * A file that holds one value: JSON that may contain typed arrays. Numbers are in the byte order of the machine.
 *
 *   bytes 0–7   the name of the format
 *   8–11        its version
 *   12–15       the length of the JSON text
 *   16–23       the length of the file
 *   24–         the JSON text, in which a typed array is {"$array": [type, start, length]}
 *               the arrays; their starts are multiples of 8, counted from the end of the JSON text
 *   the last 4  the CRC-32 of everything before
 */

const NAME = 'CoAGraph';
/** Must be raised whenever the layout above changes. */
const VERSION = 1;
const PREFIX_BYTES = 24;
const CHECKSUM_BYTES = 4;
/** How many bytes are read or written at once. This takes less time than a time slice. */
const CHUNK = 2 ** 20;

const arrayTypes = { Float64Array, Int16Array, Int32Array, Uint32Array, Uint8Array };
type ArrayType = keyof typeof arrayTypes;
type SavedArray = InstanceType<(typeof arrayTypes)[ArrayType]>;
type SharedArrayConstructor = new (buffer: SharedArrayBuffer, start: number, length: number) => SavedArray;
type ArrayReference = [type: ArrayType, start: number, length: number];

/** A file that is not a complete file of this format and version. */
export class UnusableFile extends Error {}

interface WriteOptions {
  /** When it aborts, writing stops, and the file at the path stays unchanged. */
  signal?: AbortSignal;
  /**
   * The path to which the value is first written, before the file is renamed; by default a new name in the same folder.
   */
  temporary?: string;
}

/**
 * Writes a value to a file. The file at the path is complete at any time: the value is first written under another
 * name, synced, and then renamed. Other tasks run meanwhile.
 *
 * @throws the reason of the signal, or the error of the file system, for example ENOSPC
 */
export const writeSavedValue = async (
  path: string,
  value: unknown,
  { signal, temporary = `${path}.${randomUUID()}.tmp` }: WriteOptions = {},
): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(temporary, 'w');
    try {
      let checksum = 0;
      for (const chunk of chunksOf(value)) {
        signal?.throwIfAborted();
        checksum = crc32(chunk, checksum);
        await file.writeFile(chunk);
        if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
      }
      await file.writeFile(new Uint8Array(Uint32Array.of(checksum).buffer));
      await file.sync();
    } finally {
      await file.close();
    }
    signal?.throwIfAborted();
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

/** The bytes of the file in chunks, without the checksum. */
const chunksOf = function* (value: unknown): Iterable<Uint8Array> {
  const arrays: SavedArray[] = [];
  let end = 0;
  const text = JSON.stringify(value, (_, each: unknown) => {
    if (!ArrayBuffer.isView(each)) return each;
    const array = each as SavedArray;
    const type = array.constructor.name as ArrayType;
    if (!Object.hasOwn(arrayTypes, type)) throw new TypeError(`A ${type} cannot be saved.`);
    const reference: ArrayReference = [type, end, array.length];
    arrays.push(array);
    end += padded(array.byteLength);
    return { $array: reference };
  });
  const json = Buffer.from(text);
  const head = Buffer.alloc(PREFIX_BYTES + padded(json.length), ' ');
  const length = head.length + end + CHECKSUM_BYTES;
  head.write(NAME, 'latin1');
  head.set(new Uint8Array(Uint32Array.of(VERSION, head.length - PREFIX_BYTES).buffer), 8);
  head.set(new Uint8Array(Float64Array.of(length).buffer), 16);
  head.set(json, PREFIX_BYTES);
  yield* parts(head);
  for (const array of arrays) {
    yield* parts(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    yield new Uint8Array(padded(array.byteLength) - array.byteLength);
  }
};

/** The number of bytes rounded up to a multiple of 8. */
const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

const parts = function* (bytes: Uint8Array): Iterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
};

/**
 * Reads a value. Its arrays are views of one buffer in shared memory that contains the whole file.
 *
 * @throws UnusableFile, or the error of the file system, for example ENOENT
 */
export const readSavedValue = function* (path: string): Steps<unknown> {
  const bytes = yield* readChecked(path);
  const [, jsonLength = 0] = new Uint32Array(bytes.buffer, 8, 2);
  const start = PREFIX_BYTES + jsonLength;
  const json = Buffer.from(bytes.buffer, PREFIX_BYTES, jsonLength).toString();
  const value: unknown = JSON.parse(json, (_, each: { $array?: ArrayReference } | null): unknown => {
    if (!Array.isArray(each?.$array)) return each;
    const [type, offset, length] = each.$array;
    const SharedArray = arrayTypes[type] as SharedArrayConstructor;
    return new SharedArray(bytes.buffer, start + offset, length);
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
    const end = size - CHECKSUM_BYTES;
    let checksum = 0;
    for (let start = 0; start < size; start += CHUNK) {
      const length = readSync(file, bytes, start, Math.min(CHUNK, size - start), start);
      if (length < Math.min(CHUNK, size - start)) throw incomplete(start + length, size);
      checksum = crc32(bytes.subarray(start, Math.min(start + CHUNK, end)), checksum);
      yield;
    }
    if (checksum !== new Uint32Array(bytes.slice(end).buffer)[0]) {
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
