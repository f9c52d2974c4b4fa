import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import {
  arrayTypes,
  CHUNK,
  NAME,
  PREFIX_BYTES,
  VERSION,
  type ArrayReference,
  type ArrayType,
  type SavedArray,
} from './savedValue.ts';

interface WriteOptions {
  /** When it aborts, writing stops, and the file at the path stays unchanged. */
  signal?: AbortSignal;
  /**
   * The path to which the value is first written, before the file is renamed; by default a new name in the same folder.
   */
  temporary?: string;
}

/** Writes the arrays of a part of the value, and returns the part with references to them. */
export type PutPart = (part: unknown) => Promise<unknown>;

/** Writes a value to a file as `writeSavedParts` does. */
export const writeSavedValue = (path: string, value: unknown, options?: WriteOptions): Promise<void> =>
  writeSavedParts(path, () => Promise.resolve(value), options);

/**
 * Writes a value to a file. The file at the path is complete at any time: the value is first written under another
 * name, synced, and then renamed. Other tasks run meanwhile.
 *
 * @param make returns the value. It may write parts of the value first, so that their arrays need not stay in memory.
 * @throws the reason of the signal, or the error of the file system, for example ENOSPC
 */
export const writeSavedParts = async (
  path: string,
  make: (put: PutPart) => Promise<unknown>,
  { signal, temporary = `${path}.${randomUUID()}.tmp` }: WriteOptions = {},
): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(new Uint8Array(PREFIX_BYTES)); // replaced at the end
      const writer = new SavedValueWriter(file, signal);
      await writer.finish(await make((part) => writer.put(part)));
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

class SavedValueWriter {
  readonly #file: FileHandle;
  readonly #signal: AbortSignal | undefined;
  /** The length of the file so far. */
  #end = PREFIX_BYTES;
  #checksum = 0;

  constructor(file: FileHandle, signal: AbortSignal | undefined) {
    this.#file = file;
    this.#signal = signal;
  }

  async put(part: unknown): Promise<unknown> {
    if (typeof part !== 'object' || part === null) return part;
    if (ArrayBuffer.isView(part)) return this.#putArray(part as SavedArray);
    if (Array.isArray(part)) {
      const items: unknown[] = [];
      for (const item of part) items.push(typeof item === 'object' ? await this.put(item) : item);
      return items;
    }
    const fields: [string, unknown][] = [];
    for (const [name, field] of Object.entries(part)) fields.push([name, await this.put(field)]);
    return Object.fromEntries(fields);
  }

  async finish(value: unknown): Promise<void> {
    const json = Buffer.from(JSON.stringify(await this.put(value)));
    await this.#write(json);
    const prefix = Buffer.alloc(PREFIX_BYTES);
    const length = this.#end + Uint32Array.BYTES_PER_ELEMENT;
    prefix.write(NAME, 'latin1');
    prefix.set(new Uint8Array(Uint32Array.of(VERSION, json.length).buffer), 8);
    prefix.set(new Uint8Array(Float64Array.of(length).buffer), 16);
    const checksum = crc32(prefix, this.#checksum);
    await this.#file.writeFile(new Uint8Array(Uint32Array.of(checksum).buffer));
    await this.#file.write(prefix, 0, prefix.length, 0);
  }

  async #putArray(array: SavedArray): Promise<ArrayReference> {
    const type = array.constructor.name as ArrayType;
    if (!Object.hasOwn(arrayTypes, type)) throw new TypeError(`A ${type} cannot be saved.`);
    const start = this.#end;
    await this.#write(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    await this.#write(new Uint8Array(padded(array.byteLength) - array.byteLength));
    return { $array: [type, start, array.length] };
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      this.#signal?.throwIfAborted();
      const chunk = bytes.subarray(start, start + CHUNK);
      this.#checksum = crc32(chunk, this.#checksum);
      await this.#file.writeFile(chunk);
      this.#end += chunk.length;
      if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
    }
  }
}

/** The number of bytes rounded up to a multiple of 8. */
const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;
