import { GraphError } from '../../src/graph/errors.ts';
import { Database } from '../../src/neo4j/connection/database.ts';
import type { Statement } from '../../src/neo4j/cypher/statement.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { runCypher } from './stores.ts';

const long: Statement = {
  name: 'long',
  purpose: 'Runs until it is ended.',
  text: 'UNWIND range(1, 100000000) AS a UNWIND range(1, 1000) AS b RETURN sum(a % b) AS sum',
};

describeWithNeo4j('a statement of an aborted request', (server) => {
  let database: Database;
  beforeEach(() => {
    database = new Database(server);
  });
  afterEach(() => database.close());

  const countRunning = async (): Promise<number> => {
    const transactions = await runCypher(
      server,
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN currentQuery",
    );
    return transactions.length;
  };
  const untilRunning = async (count: number): Promise<void> => {
    while ((await countRunning()) !== count) await new Promise((resume) => setTimeout(resume, 20));
  };

  const reads: [string, (bound: Database) => Promise<unknown>][] = [
    ['outside a transaction', (bound) => bound.read(long, {}, 60_000)],
    ['in a transaction', (bound) => bound.readTransaction((run) => run(long, {}), 60_000)],
  ];
  it.each(reads)('ends on the server, %s', async (_, read) => {
    const controller = new AbortController();
    const reason = new GraphError('TIMEOUT', 'The client left.');
    const reading = read(database.during(controller.signal));
    const failing = expect(reading).rejects.toBe(reason);
    await untilRunning(1);
    controller.abort(reason);
    await failing;
    await untilRunning(0);
    // its connection can be used again
    await expect(database.read({ name: 'one', purpose: '', text: 'RETURN 1 AS one' })).resolves.toEqual([
      { one: 1 },
    ]);
  });
});
