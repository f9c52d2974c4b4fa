import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { AnthologyTables } from './anthologyRecord.ts';
import { unlistedPeople, type AnthologyPeople } from './anthologyPeople.ts';
import { anthologyVenues, noAnthologyVenues } from './anthologyVenues.ts';
import { peopleOfNameVariants } from './nameVariants.ts';
import { peopleOfList } from './peopleList.ts';
import { readTable } from './readTable.ts';

/** The path of the list of people in each version of the Anthology, newest version first. */
const peopleFiles: readonly [path: string, people: (content: unknown) => AnthologyPeople][] = [
  [join('json', 'people.json'), peopleOfList],
  [join('yaml', 'people.yaml'), peopleOfList],
  [join('yaml', 'name_variants.yaml'), peopleOfNameVariants],
];

/**
 * The path of the list of venues in each version of the Anthology, newest version first. In a folder, each venue has a
 * file.
 */
const venuePaths = [join('json', 'venues.json'), join('yaml', 'venues'), join('yaml', 'venues.yaml')];

/**
 * Reads the lists of people and venues beside an xml folder, in the layout of any year.
 *
 * @param collections the names of all collections
 * @returns the lists; `missing` has a sentence about each list that was not found, and what follows from its absence
 */
export const anthologyTables = async (
  xmlFolder: string,
  collections: ReadonlySet<string>,
): Promise<{ tables: AnthologyTables; missing: string[] }> => {
  const folder = dirname(xmlFolder);
  const people = await readPeople(folder);
  const venues = await readVenues(folder);
  const missing: string[] = [];
  if (!people) {
    missing.push(
      `${pathsIn(
        folder,
        peopleFiles.map(([path]) => path),
      )} do not exist: people are identified by their printed names`,
    );
  }
  if (venues === undefined) {
    missing.push(`${pathsIn(folder, venuePaths)} do not exist: venues are named by their book titles`);
  }
  const joint = await readTable(join(folder, 'yaml', 'joint.yaml'));
  return {
    tables: {
      people: people ?? unlistedPeople,
      venues: venues === undefined ? noAnthologyVenues : anthologyVenues(venues, joint, collections),
    },
    missing,
  };
};

const pathsIn = (folder: string, paths: readonly string[]): string =>
  paths.map((path) => join(folder, path)).join(' and ');

const readPeople = async (folder: string): Promise<AnthologyPeople | undefined> => {
  for (const [path, people] of peopleFiles) {
    const content = await readTable(join(folder, path));
    if (content !== undefined) return people(content);
  }
  return undefined;
};

const readVenues = async (folder: string): Promise<unknown> => {
  for (const path of venuePaths) {
    const content =
      extname(path) === '' ? await readFolder(join(folder, path)) : await readTable(join(folder, path));
    if (content !== undefined) return content;
  }
  return undefined;
};

/** The contents of the YAML files of a folder, by file name; undefined if the folder does not exist. */
const readFolder = async (folder: string): Promise<Record<string, unknown> | undefined> => {
  const names = await readdir(folder).catch(() => undefined);
  if (!names) return undefined;
  const files = names.filter((name) => name.endsWith('.yaml')).sort();
  const contents = await Promise.all(files.map((name) => readTable(join(folder, name))));
  return Object.fromEntries(files.map((name, index) => [basename(name, '.yaml'), contents[index]]));
};
