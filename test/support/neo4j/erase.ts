import type { Driver } from 'neo4j-driver';

/** Removes every node, relationship, constraint and index. */
export async function eraseDatabase(driver: Driver, database: string): Promise<void> {
  const session = driver.session({ database });
  const names = async (statement: string) =>
    (await session.run<{ name: string }>(statement)).records.map((record) => record.get('name'));
  try {
    // One small transaction after the other: in one statement, even in parts, a large graph exceeds the memory pool.
    for (let deleted = 1; deleted > 0;) {
      const { records } = await session.run<{ deleted: { toNumber(): number } }>(
        'MATCH (n) WITH n LIMIT 2000 DETACH DELETE n RETURN count(n) AS deleted',
      );
      deleted = records[0]?.get('deleted').toNumber() ?? 0;
    }
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
