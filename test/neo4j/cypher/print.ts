import { printCatalog, statementCatalog } from './catalog.ts';

/** `npm run cypher`: prints every statement that the program can send to Neo4j. */
process.stdout.write(printCatalog(await statementCatalog()));
