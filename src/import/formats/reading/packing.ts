/** Programs that pack files, each with the bytes at the beginning of a packed file, as Latin-1 text. */
const packings: readonly (readonly [string, RegExp])[] = [
  ['ZIP', /^PK\x03\x04/],
  ['7-Zip', /^7z\xbc\xaf\x27\x1c/],
  ['RAR', /^Rar!\x1a\x07/],
  ['xz', /^\xfd7zXZ\x00/],
  ['bzip2', /^BZh\d1AY&SY/],
  ['Zstandard', /^\x28\xb5\x2f\xfd/],
];

/**
 * Whether an unpacked file is an archive of `tar`: it has the text `ustar` at byte 257, after the name, size and other
 * data of the first archived file.
 */
export const isTar = (start: Buffer): boolean => start.toString('latin1', 257, 262) === 'ustar';

/**
 * The program that packed the file, for example ZIP; undefined if the file is not packed, or packed by gzip, which
 * imports can read.
 */
export const packingOf = (start: Buffer): string | undefined => {
  const text = start.toString('latin1', 0, 16);
  return packings.find(([, bytes]) => bytes.test(text))?.[0];
};
