import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import { readSavedValue, UnusableFile } from '../../../src/memory/build/savedValue.ts';
import { writeSavedParts, writeSavedValue } from '../../../src/memory/build/savedValueWriter.ts';

describe('a saved value', () => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-saved-'));
  const path = join(directory, 'value');
  afterAll(() => rmSync(directory, { recursive: true }));
  const read = (): unknown => runToEnd(readSavedValue(path));
  const value = { name: 'Łódź', rows: { targets: Uint32Array.of(1, 2, 3), none: null }, list: ['a', 'b'] };

  it('is read as it was written, with arrays of every type and length', async () => {
    const arrays = fc.oneof(
      fc.uint32Array(),
      fc.int32Array(),
      fc.int16Array(),
      fc.uint8Array(),
      fc.float64Array(),
    );
    const values = fc.dictionary(fc.string(), fc.oneof(arrays, fc.string(), fc.integer(), fc.array(arrays)));
    await fc.assert(
      fc.asyncProperty(values, async (drawn) => {
        await writeSavedValue(path, drawn);
        expect(read()).toEqual({ ...drawn });
      }),
      { numRuns: 50 },
    );
  });

  it('of several megabytes is read as it was written', async () => {
    const large = { numbers: Float64Array.from({ length: 400_000 }, (_, index) => index / 3) };
    await writeSavedValue(path, large);
    expect(read()).toEqual(large);
  });

  it('can have arrays that are written in slices, in turns', async () => {
    await writeSavedParts(path, async (writer) => {
      const [years, weights] = [writer.reserve('Int16Array', 5), writer.reserve('Float64Array', 3)];
      await years.append(Int16Array.of(1990, 1991, 1992));
      await weights.append(Float64Array.of(0.5));
      const names = await writer.put(Uint8Array.of(7));
      await years.append(Int16Array.of(1993, 1994));
      await weights.append(Float64Array.of(0.25, 1));
      return { years: years.reference, weights: weights.reference, names };
    });
    expect(read()).toEqual({
      years: Int16Array.of(1990, 1991, 1992, 1993, 1994),
      weights: Float64Array.of(0.5, 0.25, 1),
      names: Uint8Array.of(7),
    });
  });

  it('is refused if any byte differs or is missing', async () => {
    await writeSavedValue(path, value);
    const intact = readFileSync(path);
    for (let place = 0; place < intact.length; place += 1) {
      const damaged = Buffer.from(intact);
      damaged[place] = (damaged[place] ?? 0) ^ (1 << (place % 8));
      writeFileSync(path, damaged);
      expect(read).toThrow(UnusableFile);
      writeFileSync(path, intact.subarray(0, place));
      expect(read).toThrow(UnusableFile);
    }
    writeFileSync(path, Buffer.concat([intact, intact]));
    expect(read).toThrow('it is incomplete or damaged');
    writeFileSync(path, 'papers\n'.repeat(1_000));
    expect(read).toThrow('it is not a file of this program');
  });

  it('stays as it was if the disk is full', async () => {
    await writeSavedValue(path, value);
    const temporary = join(directory, 'full');
    symlinkSync('/dev/full', temporary);
    await expect(writeSavedValue(path, { other: 1 }, { temporary })).rejects.toMatchObject({
      code: 'ENOSPC',
    });
    expect(read()).toEqual(value);
    expect(existsSync(temporary)).toBe(false);
  });

  it('stays as it was if the writing is aborted', async () => {
    await writeSavedValue(path, value);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(writeSavedValue(path, { other: 1 }, { signal })).rejects.toThrow('enough');
    expect(read()).toEqual(value);
    expect(readdirSync(directory)).toEqual(['value']);
  });

  it('is one of the values that were written at the same time', async () => {
    const values = Array.from({ length: 5 }, (_, number) => ({
      numbers: new Uint32Array(100_000).fill(number),
    }));
    await Promise.all(values.map((each) => writeSavedValue(path, each)));
    expect(values).toContainEqual(read());
    expect(readdirSync(directory)).toEqual(['value']);
  });
});
