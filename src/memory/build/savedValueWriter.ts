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
  /** When this signal aborts, writing stops, and the file at the path stays unchanged. */
  signal?: AbortSignal;
  /**
   * The path to which the value is first written, before the file is renamed; by default a new name in the same folder.
   */
  temporary?: string;
}

/** Writes parts of a value before the whole value is known, so that their arrays need not stay in memory. */
export interface PartWriter {
  /** Writes the arrays of a part, and returns the part with references to them. */
  put(part: unknown): Promise<unknown>;
  /** Reserves space in the file for an array whose elements are written later, in parts. */
  reserve(type: ArrayType, length: number): ArrayInSlices;
}

export interface ArrayInSlices {
  /** Must be put into the value in place of the array. */
  reference: ArrayReference;
  /** Writes the next elements of the array. In total, exactly as many elements as were reserved must be written. */
  append(slice: SavedArray): Promise<void>;
}

/** Writes a value to a file as `writeSavedParts` does. */
export const writeSavedValue = (path: string, value: unknown, options?: WriteOptions): Promise<void> =>
  writeSavedParts(path, () => Promise.resolve(value), options);

/**
 * Writes a value to a file. The file at the path is complete at any time: the value is first written under another
 * name, synced, and then renamed. Other tasks run meanwhile.
 *
 * @param make returns the value. It may write parts of the value first.
 * @throws the reason of the signal, or the error of the file system, for example ENOSPC
 */
export const writeSavedParts = async (
  path: string,
  make: (writer: PartWriter) => Promise<unknown>,
  { signal, temporary = `${path}.${randomUUID()}.tmp` }: WriteOptions = {},
): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(temporary, 'w+');
    try {
      const writer = new SavedValueWriter(file, signal);
      await writer.finish(await make(writer));
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

class SavedValueWriter implements PartWriter {
  readonly #file: FileHandle;
  readonly #signal: AbortSignal | undefined;
  /**
   * The length of the file so far, including reserved space, in bytes. The prefix is written last, because it contains
   * the length of the file.
   */
  #end = PREFIX_BYTES;

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

  reserve(type: ArrayType, length: number): ArrayInSlices {
    if (!Object.hasOwn(arrayTypes, type))
      throw new TypeError(`A ${type} cannot be saved. Use ${Object.keys(arrayTypes).join(', ')}.`);
    const start = this.#end;
    let next = start;
    this.#end += padded(length * arrayTypes[type].BYTES_PER_ELEMENT);
    return {
      reference: { $array: [type, start, length] },
      append: async (slice) => {
        const place = next;
        next += slice.byteLength;
        await this.#write(new Uint8Array(slice.buffer, slice.byteOffset, slice.byteLength), place);
      },
    };
  }

  async finish(value: unknown): Promise<void> {
    const json = Buffer.from(JSON.stringify(await this.put(value)));
    await this.#write(json, this.#end);
    this.#end += json.length;
    const prefix = Buffer.alloc(PREFIX_BYTES);
    const length = this.#end + Uint32Array.BYTES_PER_ELEMENT;
    prefix.write(NAME, 'latin1');
    prefix.set(new Uint8Array(Uint32Array.of(VERSION, json.length).buffer), 8);
    prefix.set(new Uint8Array(Float64Array.of(length).buffer), 16);
    const checksum = crc32(prefix, await this.#checksum());
    await this.#write(new Uint8Array(Uint32Array.of(checksum).buffer), this.#end);
    await this.#write(prefix, 0);
  }

  async #putArray(array: SavedArray): Promise<ArrayReference> {
    const place = this.reserve(array.constructor.name as ArrayType, array.length);
    await place.append(array);
    return place.reference;
  }

  async #write(bytes: Uint8Array, place: number): Promise<void> {
    for (let start = 0; start < bytes.length;) {
      this.#signal?.throwIfAborted();
      const length = Math.min(CHUNK, bytes.length - start);
      start += (await this.#file.write(bytes, start, length, place + start)).bytesWritten;
      if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
    }
  }

  /** The checksum of everything after the prefix. It is computed at the end, because arrays are written in parts. */
  async #checksum(): Promise<number> {
    const bytes = new Uint8Array(CHUNK);
    let checksum = 0;
    for (let start = PREFIX_BYTES; start < this.#end;) {
      this.#signal?.throwIfAborted();
      const { bytesRead } = await this.#file.read(bytes, 0, Math.min(CHUNK, this.#end - start), start);
      if (bytesRead === 0)
        throw new Error(`The file has only ${start} of ${this.#end} bytes. Has another program changed it?`);
      checksum = crc32(bytes.subarray(0, bytesRead), checksum);
      start += bytesRead;
      if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
    }
    return checksum;
  }
}

/** The number of bytes rounded up to a multiple of 8. */
const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;
