import { badInput } from '../../graph/errors.ts';
import type { FileStart, ImportFormat, ReadingProgress } from '../importRecord.ts';
import { DamagedFile, readChunks } from './reading/chunks.ts';
import { listSourceFiles, type SourceFile } from './reading/sourceFiles.ts';

/**
 * The names of files in a folder that may hold records; other files are ignored. A file given by its path may have any
 * name.
 */
const fileNames = /\.(?:xml|json|jsonl|ndjson|csv|bib|ris|gz)$|^part_\d+$/i;

/** At most this many files are read to recognize the format, because the files of a source look alike. */
const FILES_TO_READ = 100;
const START_LENGTH = 65_536;

/**
 * Recognizes the common format of all files by their contents, else by their names. Of many files only the first ones
 * are read.
 *
 * @throws GraphError BAD_USER_INPUT for a path that cannot be read, if no file is in a known format, and if the files
 *   are in several formats
 */
export const recognizeFormat = async (
  paths: readonly string[],
  formats: readonly ImportFormat[],
): Promise<ImportFormat> => {
  const found = new Map<ImportFormat, string>();
  const files = await listSourceFiles(paths, fileNames);
  for (const file of files.slice(0, FILES_TO_READ)) {
    const start = await startOf(file);
    const format =
      formats.find((each) => each.recognizes?.(start)) ??
      formats.find((each) => each.fileNames?.test(file.path));
    if (format && !found.has(format)) found.set(format, file.path);
  }
  const [format, ...others] = found.keys();
  if (!format) {
    const names = formats.map(({ name }) => name).join(', ');
    throw badInput(
      'format',
      `The format of ${paths.join(', ')} is not recognized. Name it by --format. The formats are: ${names}.`,
    );
  }
  if (others.length > 0) {
    const list = [...found].map(([{ name }, path]) => `${path} is ${name}`).join(', ');
    throw badInput('format', `The files are in several formats: ${list}. Import each format by itself.`);
  }
  return format;
};

const startOf = async (file: SourceFile): Promise<FileStart> => {
  const progress: ReadingProgress = { bytesRead: 0, bytesTotal: 0 };
  const parts: Buffer[] = [];
  try {
    for await (const chunk of readChunks(file, progress)) {
      parts.push(chunk);
      if (parts.reduce((length, part) => length + part.length, 0) >= START_LENGTH) break;
    }
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error; // the import will report the damage
  }
  const text = Buffer.concat(parts)
    .toString('utf8', 0, START_LENGTH)
    .replace(/^\uFEFF/, '')
    .trimStart();
  const fields = new Set<string>();
  if (/^[[{]/.test(text))
    for (const [, name] of text.matchAll(/"([A-Za-z_-]+)"\s*:/g)) fields.add(name ?? '');
  return { text, fields };
};
