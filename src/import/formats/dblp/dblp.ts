import type { ImportFormat, ReadingProgress, SourceItem } from '../../importRecord.ts';
import { namesEndingIn } from '../reading/fileNames.ts';
import { addToTotal, listSourceFiles, type SourceFile } from '../reading/sourceFiles.ts';
import { readXml } from '../reading/xml.ts';
import { DblpParser, type DblpRecord } from './dblpParser.ts';
import { dblpPerson, personElements, personRecords, type DblpPerson } from './dblpPerson.ts';
import { dblpPublication, publicationElements } from './dblpPublication.ts';

/**
 * dblp: the file dblp.xml, which uses the XML entities of dblp.dtd, and the XML files of single people and
 * publications.
 */
export const dblp: ImportFormat = {
  name: 'dblp',
  source: 'dblp',
  recognizes: ({ text }) => /^<dblp(?:person)?[\s>]/.test(text),
  otherFiles: /\.(?:dtd|md5)$/,
  read: readDblp,
};

const fileNames = namesEndingIn(['.xml']);

/**
 * Reads the files three times, so that no records have to be kept in memory; this takes a small part of the time of an
 * import. The first pass finds the names that stand for several people, about 40,000 in all of dblp. The second reads
 * the publications. The third reads the people, whose records say which stored names belong together and which ORCID
 * they have. The people may stand anywhere in the files.
 */
async function* readDblp(paths: readonly string[], progress: ReadingProgress): AsyncGenerator<SourceItem> {
  const files = await listSourceFiles(paths, fileNames);
  for (let pass = 0; pass < 3; pass += 1) addToTotal(files, progress);
  const sharedNames = new Set<string>();
  for await (const { person } of peopleIn(files, progress)) {
    if (person.isShared) for (const name of person.names) sharedNames.add(copied(name));
  }
  for (const file of files) yield* publicationsIn(file, progress, sharedNames);
  for await (const { origin, person } of peopleIn(files, progress)) {
    for (const item of personRecords(person)) {
      yield 'problem' in item ? { origin, ...item } : { origin, value: item };
    }
  }
}

/** Copies a substring, because a substring keeps the whole text in memory: here a large part of the file. */
const copied = (part: string): string => Buffer.from(part).toString();

async function* publicationsIn(
  file: SourceFile,
  progress: ReadingProgress,
  sharedNames: ReadonlySet<string>,
): AsyncGenerator<SourceItem> {
  for await (const record of recordsIn(file, progress, publicationElements)) {
    const origin = { file: file.path, line: record.line };
    if ('damage' in record) yield { origin, problem: { kind: 'damagedFile', message: record.damage } };
    else if ('fault' in record) yield { origin, problem: { kind: 'invalidField', message: record.fault } };
    else yield { origin, value: dblpPublication(record, sharedNames) };
  }
}

/**
 * Reads the records of people. Ignores damaged files and errors, because the pass over the publications reports them.
 */
async function* peopleIn(
  files: readonly SourceFile[],
  progress: ReadingProgress,
): AsyncGenerator<{ origin: SourceItem['origin']; person: DblpPerson }> {
  for (const file of files) {
    for await (const record of recordsIn(file, progress, personElements)) {
      const person = 'damage' in record || 'fault' in record ? undefined : dblpPerson(record);
      if (person) yield { origin: { file: file.path, line: record.line }, person };
    }
  }
}

const recordsIn = (file: SourceFile, progress: ReadingProgress, elements: ReadonlySet<string>) =>
  readXml<DblpRecord>(file, progress, (onRecord) => new DblpParser(elements, onRecord), 'windows-1252');
