import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { FormatItem, ImportFormat, ReadingProgress } from '../../importRecord.ts';
import { curatedPeople, noCuratedPeople } from './curatedPeople.ts';
import { anthologyRecord, type AnthologyTables } from './anthologyRecord.ts';
import { anthologyVenues, noAnthologyVenues } from './anthologyVenues.ts';
import { readCollection } from './readCollection.ts';
import { readYaml } from './readYaml.ts';
import { expectFiles, listSourceFiles, type SourceFile } from '../reading/sourceFiles.ts';

/**
 * The ACL Anthology's metadata as its repository keeps it: a folder with xml/ and yaml/, the xml folder itself, or
 * single XML files. Without the yaml beside them people go by the names as printed, and venues by book titles.
 */
export const aclAnthology: ImportFormat = { name: 'acl-anthology', source: 'acl', read: readAnthology };

const collectionNames = /\.xml(?:\.gz)?$/i;

async function* readAnthology(
  paths: readonly string[],
  progress: ReadingProgress,
): AsyncGenerator<FormatItem> {
  const files = await listSourceFiles(await Promise.all(paths.map(xmlFolderOf)), collectionNames);
  expectFiles(files, progress);
  let folder: string | undefined;
  let tables: AnthologyTables | undefined;
  for (const file of files) {
    const itsFolder = dirname(resolve(file.path));
    if (!tables || folder !== itsFolder) {
      folder = itsFolder;
      const read = await tablesBeside(folder);
      tables = read.tables;
      for (const dropped of read.missing) yield { origin: { file: file.path, line: 1 }, dropped };
    }
    yield* recordsOf(file, tables, progress);
  }
}

async function* recordsOf(
  file: SourceFile,
  tables: AnthologyTables,
  progress: ReadingProgress,
): AsyncGenerator<FormatItem> {
  for await (const found of readCollection(file, progress)) {
    const origin = { file: file.path, line: found.line };
    if ('skipped' in found) yield { origin, skipped: found.skipped };
    else {
      const result = anthologyRecord(found, tables);
      yield 'record' in result ? { origin, record: result.record } : { origin, skipped: result.reason };
    }
  }
}

/** The folder of XML in what was named, where it is a folder above it: the Anthology's repository has data/xml. */
const xmlFolderOf = async (path: string): Promise<string> => {
  for (const candidate of [join(path, 'xml'), join(path, 'data', 'xml')]) {
    if (await isFolder(candidate)) return candidate;
  }
  return path;
};

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

/** What the yaml folder beside an xml folder knows, and what is to be said where there is none. */
const tablesBeside = async (xmlFolder: string): Promise<{ tables: AnthologyTables; missing: string[] }> => {
  const folder = join(dirname(xmlFolder), 'yaml');
  const [people, venues, joint] = await Promise.all(
    ['name_variants.yaml', 'venues.yaml', 'joint.yaml'].map((name) => readYaml(join(folder, name))),
  );
  const collections = (await readdir(xmlFolder)).map((name) => basename(name).replace(collectionNames, ''));
  const missing: string[] = [];
  if (people === undefined) {
    missing.push(`no ${join(folder, 'name_variants.yaml')}: people go by their names as printed`);
  }
  if (venues === undefined) missing.push(`no ${join(folder, 'venues.yaml')}: venues go by their book titles`);
  return {
    tables: {
      people: people === undefined ? noCuratedPeople : curatedPeople(people),
      venues: venues === undefined ? noAnthologyVenues : anthologyVenues(venues, joint, new Set(collections)),
    },
    missing,
  };
};
