import type { Driver, Session } from 'neo4j-driver';

/** One transaction for a large graph exceeds the memory pool. */
const NODES_PER_TRANSACTION = 2_000;

/** Removes every node and relationship. Constraints and indexes stay, and with them the plans of all statements. */
export const eraseNodes = (driver: Driver, database: string): Promise<void> =>
  inSession(driver, database, async (session) => {
    for (let deleted = NODES_PER_TRANSACTION; deleted === NODES_PER_TRANSACTION;) {
      deleted = await numberOf(
        session,
        `MATCH (n) WITH n LIMIT ${NODES_PER_TRANSACTION} DETACH DELETE n RETURN count(n) AS number`,
      );
    }
  });

/** Removes every constraint and index. */
export const eraseSchema = (driver: Driver, database: string): Promise<void> =>
  inSession(driver, database, async (session) => {
    const names = async (statement: string) =>
      (await session.run<{ name: string }>(statement)).records.map((record) => record.get('name'));
    for (const name of await names('SHOW CONSTRAINTS YIELD name')) {
      await session.run(`DROP CONSTRAINT \`${name}\` IF EXISTS`);
    }
    // Every new database has the two lookup indexes, and label scans are slow without them.
    for (const name of await names("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) {
      await session.run(`DROP INDEX \`${name}\` IF EXISTS`);
    }
  });

/** The number of nodes, which the database stores. */
export const countNodes = (driver: Driver, database: string): Promise<number> =>
  inSession(driver, database, (session) => numberOf(session, 'MATCH (n) RETURN count(n) AS number'));

const inSession = async <Result>(
  driver: Driver,
  database: string,
  work: (session: Session) => Promise<Result>,
): Promise<Result> => {
  const session = driver.session({ database });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
};

const numberOf = async (session: Session, statement: string): Promise<number> => {
  const { records } = await session.run<{ number: { toNumber(): number } }>(statement);
  return records[0]?.get('number').toNumber() ?? 0;
};
