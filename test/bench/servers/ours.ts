import { executableSchema } from '../../../src/api/execution/executableSchema.ts';
import { warmUpValidation } from '../../../src/api/execution/warmUpValidation.ts';
import { openEmbeddedStore } from '../../../src/embedded/index.ts';
import { openNeo4jStore } from '../../../src/neo4j/index.ts';
import { createServer } from '../../../src/server.ts';
import { readSettings } from '../../../src/settings.ts';

/*
 * This project as `serve` runs it, on a free port and without a log, in a process that can say what it spent.
 */

let statements = 0;

const { neo4j, directory, collaborationCap } = readSettings(process.env);
const store = neo4j
  ? await openNeo4jStore({ ...neo4j, collaborationCap, onStatement: () => (statements += 1) })
  : await openEmbeddedStore({ directory, collaborationCap });
const server = await createServer(store, { port: 0 });
const url = await server.listen();
void warmUpValidation(executableSchema()); // as the command `serve` does

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMilliseconds: (user + system) / 1_000, statements });
});
process.on('disconnect', () => process.exit());
process.send?.({ url });
