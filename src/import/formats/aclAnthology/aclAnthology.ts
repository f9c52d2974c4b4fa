import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { SourceItem, ImportFormat, ReadingProgress } from '../../importRecord.ts';
import { curatedPeople, noCuratedPeople } from './curatedPeople.ts';
import { anthologyRecord, type AnthologyTables } from './anthologyRecord.ts';
import { anthologyVenues, noAnthologyVenues } from './anthologyVenues.ts';
import { readCollection } from './readCollection.ts';
import { readYaml } from './readYaml.ts';
import { addToTotal, listSourceFiles, type SourceFile } from '../reading/sourceFiles.ts';

/**
 * The metadata of the ACL Anthology as its repository stores it: a folder with xml/ and yaml/, the xml folder
 * itself, or single XML files. Without the yaml folder, printed names and book titles are used.
 */
export const aclAnthology: ImportFormat = {
  name: 'acl-anthology',
  source: 'acl',
  recognizes: ({ text }) => /^(?:<[?!][^>]*>\s*)*<collection\s/.test(text),
  read: readAnthology,
};

const collectionNames = /\.xml(?:\.gz)?$/i;

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
      const read = await tablesBeside(folder);
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
  for await (const paper of readCollection(file, progress)) {
    const origin = { file: file.path, line: paper.line };
    if ('damage' in paper) yield { origin, problem: { kind: 'damagedFile', message: paper.damage } };
    else {
      const result = anthologyRecord(paper, tables);
      yield 'record' in result
        ? { origin, value: result.record }
        : { origin, problem: { kind: 'notARecord', message: result.reason } };
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

/** Reads the yaml folder beside an xml folder; `missing` describes the files that are not there. */
const tablesBeside = async (xmlFolder: string): Promise<{ tables: AnthologyTables; missing: string[] }> => {
  const folder = join(dirname(xmlFolder), 'yaml');
  const [people, venues, joint] = await Promise.all(
    ['name_variants.yaml', 'venues.yaml', 'joint.yaml'].map((name) => readYaml(join(folder, name))),
  );
  const collections = (await readdir(xmlFolder)).map((name) => basename(name).replace(collectionNames, ''));
  const missing: string[] = [];
  if (people === undefined) {
    missing.push(
      `${join(folder, 'name_variants.yaml')} does not exist: people are identified by their printed names`,
    );
  }
  if (venues === undefined)
    missing.push(`${join(folder, 'venues.yaml')} does not exist: venues are named by their book titles`);
  return {
    tables: {
      people: people === undefined ? noCuratedPeople : curatedPeople(people),
      venues: venues === undefined ? noAnthologyVenues : anthologyVenues(venues, joint, new Set(collections)),
    },
    missing,
  };
};
