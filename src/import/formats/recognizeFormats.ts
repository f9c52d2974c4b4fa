import { relative, sep } from 'node:path';
import { badInput } from '../../graph/errors.ts';
import type { ImportProblem } from '../importProblem.ts';
import type { FileStart, ImportFormat, SourceItem } from '../importRecord.ts';
import { anyFileName } from './reading/fileNames.ts';
import { readFileStart } from './reading/fileStart.ts';
import { listSourceFiles } from './reading/sourceFiles.ts';

/** The files of some paths by their formats. */
export interface RecognizedFiles {
  /** Each format with the files, or whole folders, that it reads. */
  groups: ReadonlyMap<ImportFormat, readonly string[]>;
  /** A problem for each file that no format reads. */
  unread: readonly SourceItem[];
}

const NO_FORMAT = 'the file is in no known format';
const TABLE =
  'the file is a table, and of tables only the topics and the merged ids of OpenAlex are read: export RIS, BibTeX or JSON instead, or read from OpenAlex by sync';

interface ClassifiedFile {
  path: string;
  format: ImportFormat | undefined;
  /** Why no format reads the file. */
  problem: ImportProblem;
}

/**
 * Recognizes the format of every file, by its contents, else by its name.
 *
 * @throws GraphError BAD_USER_INPUT for a path that cannot be read, and if the files are in no known format
 */
export const recognizeFormats = async (
  paths: readonly string[],
  formats: readonly ImportFormat[],
): Promise<RecognizedFiles> => {
  const groups = new Map<ImportFormat, string[]>();
  const unread: SourceItem[] = [];
  await listSourceFiles(paths, anyFileName); // reports a wrong path before any file is read
  for (const path of paths) {
    const files = await classifiedFiles(path, formats);
    const owner = files.find((file) => ownsFolder(path, file))?.format;
    const read = owner ? [{ path, format: owner }] : files;
    for (const file of read) {
      if (!file.format) continue;
      const group = groups.get(file.format);
      if (group) group.push(file.path);
      else groups.set(file.format, [file.path]);
    }
    if (!owner) unread.push(...unreadItems(files));
  }
  if (groups.size === 0) refuseUnknown(paths, unread, formats);
  return { groups, unread };
};

const classifiedFiles = async (path: string, formats: readonly ImportFormat[]): Promise<ClassifiedFile[]> => {
  const classified: ClassifiedFile[] = [];
  for (const file of await listSourceFiles([path], anyFileName)) {
    const start = await readFileStart(file);
    const format =
      formats.find((each) => each.recognizes?.(start)) ??
      formats.find((each) => each.fileNames?.test(file.path));
    const problem = problemOf(start, file.path, file.path === path);
    classified.push({ path: file.path, format, problem });
  }
  return classified;
};

const problemOf = (start: FileStart, path: string, isNamed: boolean): ImportProblem => {
  if (hasNoRecords(start)) return { kind: 'emptyFile', message: 'the file has no record' };
  const isTable = spreadsheetName.test(path) || hasColumns(start);
  const message = isTable ? TABLE : (start.damage ?? NO_FORMAT);
  return { kind: isNamed ? 'unknownFormat' : 'otherFile', message };
};

const spreadsheetName = /\.(?:xlsx?|ods)$/i;

/** Whether the first two lines have the same number of values, at least three, between commas, semicolons or tabs. */
const hasColumns = ({ text }: FileStart): boolean => {
  const [names = '', values = ''] = text.split(/\r?\n|\r/, 2);
  if (/^[[{<@]/.test(names) || values === '') return false;
  return [',', ';', '\t'].some((delimiter) => {
    const count = valuesOf(names, delimiter);
    return count >= 3 && (values.includes('"') || valuesOf(values, delimiter) === count);
  });
};

const valuesOf = (line: string, delimiter: string): number => line.split(delimiter).length;

/** Whether a file is empty, or contains only an empty JSON list or an answer of a web service without results. */
const hasNoRecords = ({ text, damage }: FileStart): boolean =>
  damage === undefined &&
  /^(?:\s*$|\[\s*\]\s*$|\{[^]*"(?:results|data|items|papers)"\s*:\s*\[\s*\])/.test(text);

/** Whether a folder is laid out as the format of a file in it expects, so that the format reads the folder as a whole. */
const ownsFolder = (folder: string, { path, format }: ClassifiedFile): boolean =>
  format?.layout?.test(relative(folder, path).replaceAll(sep, '/')) ?? false;

/** The files that no format reads, except those that belong to a data set beside them. */
const unreadItems = (files: readonly ClassifiedFile[]): SourceItem[] => {
  const patterns = new Set(files.flatMap(({ format }) => format?.otherFiles ?? []));
  return files
    .filter(({ path, format }) => !format && ![...patterns].some((pattern) => pattern.test(path)))
    .map(({ path, problem }) => ({ origin: { file: path, line: 1 }, problem }));
};

const refuseUnknown = (
  paths: readonly string[],
  unread: readonly SourceItem[],
  formats: readonly ImportFormat[],
): void => {
  const problems = unread.flatMap((item) => ('problem' in item ? [item.problem] : []));
  const unknown = problems.find(({ kind }) => kind !== 'emptyFile');
  if (!unknown) return;
  if (unknown.message !== NO_FORMAT) {
    throw badInput('paths', `${paths.join(', ')} cannot be read: ${unknown.message}.`);
  }
  const names = formats.map(({ name }) => name).join(', ');
  throw badInput(
    'format',
    `The format of ${paths.join(', ')} is not recognized. Name it by --format. The formats are: ${names}. EndNote, PubMed, Scopus, Web of Science and other programs can export BibTeX or RIS.`,
  );
};
