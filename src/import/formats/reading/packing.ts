/** Programs that pack files, each with the bytes at the beginning of a packed file, as Latin-1 text. */
const packings: readonly (readonly [string, RegExp])[] = [
  ['ZIP', /^PK\x03\x04/],
  ['7-Zip', /^7z\xbc\xaf\x27\x1c/],
  ['RAR', /^Rar!\x1a\x07/],
  ['xz', /^\xfd7zXZ\x00/],
  ['bzip2', /^BZh\d1AY&SY/],
  ['Zstandard', /^\x28\xb5\x2f\xfd/],
];

/** Whether an unpacked file is an archive of `tar`. Its mark follows the name and the other facts of the first file. */
export const isTar = (start: Buffer): boolean => start.toString('latin1', 257, 262) === 'ustar';

/** The program by which a file is packed, apart from gzip, which is read. Undefined if it is not packed. */
export const packingOf = (start: Buffer): string | undefined => {
  const text = start.toString('latin1', 0, 16);
  return packings.find(([, bytes]) => bytes.test(text))?.[0];
};
