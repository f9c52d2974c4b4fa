import type { Driver } from 'neo4j-driver';

/** Removes every node, relationship, constraint and index. */
export async function eraseDatabase(driver: Driver, database: string): Promise<void> {
  const session = driver.session({ database });
  const names = async (statement: string) =>
    (await session.run<{ name: string }>(statement)).records.map((record) => record.get('name'));
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
    for (const name of await names('SHOW CONSTRAINTS YIELD name')) {
      await session.run(`DROP CONSTRAINT \`${name}\` IF EXISTS`);
    }
    // The two look-up indexes belong to every new database, and without them label scans are slow.
    for (const name of await names("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) {
      await session.run(`DROP INDEX \`${name}\` IF EXISTS`);
    }
  } finally {
    await session.close();
  }
}

/** The number of nodes, which is quick to ask. */
export async function countNodes(driver: Driver, database: string): Promise<number> {
  const session = driver.session({ database });
  try {
    const { records } = await session.run<{ nodes: { toNumber(): number } }>(
      'MATCH (n) RETURN count(n) AS nodes',
    );
    return records[0]?.get('nodes').toNumber() ?? 0;
  } finally {
    await session.close();
  }
}
