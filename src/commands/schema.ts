import { readFileSync } from 'node:fs';
import { buildSchema, printSchema } from 'graphql';
import { typeDefinitions } from '../api/execution/executableSchema.ts';

const recordSchema = new URL('../../schema/import-record.schema.json', import.meta.url);

/** Prints the GraphQL schema with its descriptions, or the JSON Schema of import records. */
export const printSchemas = ({ records }: { records: boolean }): void => {
  const text = records
    ? readFileSync(recordSchema, 'utf8').trimEnd()
    : printSchema(buildSchema(typeDefinitions().join('\n')));
  // it is not an error if the program that reads the output ends before it has read everything
  process.stdout.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.stdout.write(`${text}\n`);
};
