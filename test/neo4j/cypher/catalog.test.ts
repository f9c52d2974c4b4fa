import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import type { Statement } from '../../../src/neo4j/cypher/statement.ts';
import { openNeo4jStore } from '../../../src/neo4j/index.ts';
import { describeWithNeo4j } from '../../support/neo4j/available.ts';
import { statementCatalog, printCatalog, type CatalogEntry } from './catalog.ts';

const source = fileURLToPath(new URL('../../../src/neo4j', import.meta.url));

describe('the printed statements', () => {
  let entries: CatalogEntry[];
  beforeAll(async () => {
    entries = await statementCatalog();
  });

  it('are those in statements.cypher: after a change run npm run --silent cypher > test/neo4j/cypher/statements.cypher', () => {
    const file = readFileSync(new URL('statements.cypher', import.meta.url), 'utf8');
    expect(printCatalog(entries)).toEqual(file);
  });

  it('have different titles', () => {
    const titles = entries.map(({ title }) => title);
    expect(titles).toEqual([...new Set(titles)]);
  });

  it('include every statement that a file of the source exports, alone or in a table', async () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
    const texts = new Set(entries.map(({ statement }) => statement.text));
    const statements: Statement[] = [];
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const module = (await import(join(source, file))) as Record<string, unknown>;
      statements.push(...Object.values(module).flatMap(statementsIn));
    }
    expect(statements.length).toBeGreaterThan(50);
    expect(statements.filter(({ text }) => !texts.has(text)).map(({ name }) => name)).toEqual([]);
  });
});

const statementsIn = (exported: unknown): Statement[] => {
  if (isStatement(exported)) return [exported];
  return typeof exported === 'object' && exported !== null ? Object.values(exported).filter(isStatement) : [];
};

const isStatement = (value: unknown): value is Statement =>
  typeof value === 'object' && value !== null && 'purpose' in value && 'text' in value;

describeWithNeo4j('the printed statements in Neo4j', (server) => {
  it('are valid with the printed parameters, and never search through all nodes', async () => {
    const store = await openNeo4jStore({ ...server, collaborationCap: 100 }); // makes the indexes they use
    await store.close();
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
    const session = driver.session({ database: server.database });
    try {
      for (const { title, statement, parameters } of await statementCatalog()) {
        const literals = Object.entries(parameters).map(([name, literal]) => `${name}: ${literal}`);
        const { records } = await session.run(`RETURN {${literals.join(', ')}} AS parameters`);
        const values = records[0]?.get('parameters') as object;
        const { summary } = await session.run(`EXPLAIN ${statement.text}`, values);
        expect([title, summary.queryType, operatorsOf(summary.plan)]).toEqual([
          title,
          expect.any(String),
          expect.not.arrayContaining(['AllNodesScan']),
        ]);
      }
    } finally {
      await session.close();
      await driver.close();
    }
  }, 600_000); // a cold Neo4j on a busy machine plans some of them for a second
});

interface Plan {
  operatorType: string;
  children: Plan[];
}

const operatorsOf = (plan: Plan | false): string[] =>
  plan ? [plan.operatorType.replace(/@.*/, ''), ...plan.children.flatMap(operatorsOf)] : [];
