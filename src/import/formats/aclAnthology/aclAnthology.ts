import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { SourceItem, ImportFormat, ReadingProgress } from '../../importRecord.ts';
import { anthologyRecord, type AnthologyTables } from './anthologyRecord.ts';
import { anthologyTables } from './anthologyTables.ts';
import { CollectionParser, type PrintedPaper } from './collectionParser.ts';
import { namesEndingIn } from '../reading/fileNames.ts';
import { addToTotal, listSourceFiles, type SourceFile } from '../reading/sourceFiles.ts';
import { readXml } from '../reading/xml.ts';

/**
 * The metadata of the ACL Anthology as its repository stores it, in the layout of any year: a folder with xml/ and
 * yaml/ or json/, the xml folder itself, or single XML files. Without the lists of people and venues, printed names and
 * book titles are used.
 */
export const aclAnthology: ImportFormat = {
  name: 'acl-anthology',
  source: 'acl',
  recognizes: ({ text }) => /^<collection\s/.test(text),
  layout: /^(?:data\/)?xml\/[^/]+$/,
  otherFiles: /\.rnc$/,
  read: readAnthology,
};

const collectionNames = namesEndingIn(['.xml']);

async function* readAnthology(
  paths: readonly string[],
  progress: ReadingProgress,
): AsyncGenerator<SourceItem> {
  const files = await listSourceFiles(await Promise.all(paths.map(xmlFolderOf)), collectionNames);
  addToTotal(files, progress);
  let folder: string | undefined;
  let tables: AnthologyTables | undefined;
  for (const file of files) {
    const parent = dirname(resolve(file.path));
    if (!tables || folder !== parent) {
      folder = parent;
      const read = await anthologyTables(folder, await collectionsIn(folder));
      tables = read.tables;
      for (const message of read.missing) {
        yield { origin: { file: file.path, line: 1 }, problem: { kind: 'missingFile', message } };
      }
    }
    yield* recordsOf(file, tables, progress);
  }
}

async function* recordsOf(
  file: SourceFile,
  tables: AnthologyTables,
  progress: ReadingProgress,
): AsyncGenerator<SourceItem> {
  const papers = readXml<PrintedPaper>(file, progress, (onPaper) => new CollectionParser(onPaper));
  for await (const paper of papers) {
    const origin = { file: file.path, line: paper.line };
    if ('damage' in paper) yield { origin, problem: { kind: 'damagedFile', message: paper.damage } };
    else if ('fault' in paper) yield { origin, problem: { kind: 'invalidField', message: paper.fault } };
    else {
      const { record, problems } = anthologyRecord(paper, tables);
      for (const problem of problems) yield { origin, problem };
      yield { origin, value: record };
    }
  }
}

/** The xml folder inside a folder of the Anthology's repository; any other path stays as it is. */
const xmlFolderOf = async (path: string): Promise<string> => {
  for (const candidate of [join(path, 'xml'), join(path, 'data', 'xml')]) {
    if (await isFolder(candidate)) return candidate;
  }
  return path;
};

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

const collectionsIn = async (xmlFolder: string): Promise<ReadonlySet<string>> =>
  new Set((await readdir(xmlFolder)).map((name) => basename(name).replace(collectionNames.pattern, '')));
