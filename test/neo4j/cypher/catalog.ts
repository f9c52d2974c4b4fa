import type { Statement } from '../../../src/neo4j/cypher/statement.ts';
import { cypherLiteral } from './cypherLiteral.ts';
import { importRecordings } from './importRecordings.ts';
import { memoryRecordings } from './memoryRecordings.ts';
import { readRecordings } from './readRecordings.ts';
import { RecordingDatabase } from './recordingDatabase.ts';
import type { Recording } from './recordings.ts';

/** A statement that the program can send, with example parameters. */
export interface CatalogEntry {
  title: string;
  statement: Statement;
  /** By name, each value as a Cypher literal. */
  parameters: Readonly<Record<string, string>>;
}

/** Every statement once, in the order in which the recordings send them. */
export const statementCatalog = async (): Promise<CatalogEntry[]> => {
  const entries = new Map<string, CatalogEntry>();
  for (const recording of [...importRecordings, ...readRecordings, ...memoryRecordings]) {
    for (const entry of await entriesOf(recording)) {
      if (!entries.has(entry.statement.text)) entries.set(entry.statement.text, entry);
    }
  }
  return [...entries.values()];
};

const entriesOf = async ({ variant, rows = {}, run }: Recording): Promise<CatalogEntry[]> => {
  const database = new RecordingDatabase(rows);
  await run(database);
  await database.close();
  return database.sent.map(({ statement, parameters }) => ({
    title: variant === undefined ? statement.name : `${statement.name}: ${variant}`,
    statement,
    parameters: literalsOf(parameters),
  }));
};

/** Parameters that are different in every run. */
const changingParameters: Readonly<Record<string, unknown>> = {
  now: '2026-01-01T00:00:00.000Z',
  owner: '8c1a8e0e-6f6d-4f0e-9a55-2f0a3f6d3b1c',
};

const literalsOf = (parameters: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, cypherLiteral(changingParameters[name] ?? value)]),
  );

/** All entries as they can be pasted into Neo4j Browser. */
export const printCatalog = (entries: readonly CatalogEntry[]): string =>
  `${entries.map(printEntry).join('\n\n')}\n`;

const printEntry = ({ title, statement, parameters }: CatalogEntry): string =>
  [
    `// ${title}`,
    `// ${statement.purpose}`,
    ...Object.entries(parameters).map(([name, literal]) => `:param ${name} => ${literal};`),
    `${statement.text};`,
  ].join('\n');
