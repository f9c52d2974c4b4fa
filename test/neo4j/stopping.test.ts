import { GraphError } from '../../src/graph/errors.ts';
import { Database } from '../../src/neo4j/connection/database.ts';
import type { Statement } from '../../src/neo4j/cypher/statement.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { ask } from './opened.ts';

const long: Statement = {
  name: 'long',
  purpose: 'Runs until it is ended.',
  text: 'UNWIND range(1, 100000000) AS a UNWIND range(1, 1000) AS b RETURN sum(a % b) AS sum',
};

describeWithNeo4j('a statement nobody waits for any longer', (server) => {
  let database: Database;
  beforeEach(() => {
    database = new Database(server);
  });
  afterEach(() => database.close());

  const running = async (): Promise<number> => {
    const transactions = await ask(
      server,
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN currentQuery",
    );
    return transactions.length;
  };
  const until = async (count: number): Promise<void> => {
    while ((await running()) !== count) await new Promise((resume) => setTimeout(resume, 20));
  };

  const ways: [string, (bound: Database) => Promise<unknown>][] = [
    ['alone', (bound) => bound.read(long, {}, 60_000)],
    ['in a transaction', (bound) => bound.readTransaction((run) => run(long, {}), 60_000)],
  ];
  it.each(ways)(
    'ends on the server, %s',
    async (_, begin) => {
      const stop = new AbortController();
      const reason = new GraphError('TIMEOUT', 'The client left.');
      const asked = begin(database.during(stop.signal));
      const ended = expect(asked).rejects.toBe(reason);
      await until(1);
      stop.abort(reason);
      await ended;
      await until(0);
      // and the way is free for the next
      await expect(database.read({ name: 'one', purpose: '', text: 'RETURN 1 AS one' })).resolves.toEqual([
        { one: 1 },
      ]);
    },
    60_000,
  );
});
