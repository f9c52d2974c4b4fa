import type { Driver } from 'neo4j-driver';

/** Removes every node, relationship, constraint and index. */
export async function eraseDatabase(driver: Driver, database: string): Promise<void> {
  const session = driver.session({ database });
  const names = async (statement: string) =>
    (await session.run<{ name: string }>(statement)).records.map((record) => record.get('name'));
  try {
    // Small transactions, because one statement for a large graph exceeds the memory pool even if it commits in parts.
    for (let deleted = 1; deleted > 0;) {
      const { records } = await session.run<{ deleted: { toNumber(): number } }>(
        'MATCH (n) WITH n LIMIT 2000 DETACH DELETE n RETURN count(n) AS deleted',
      );
      deleted = records[0]?.get('deleted').toNumber() ?? 0;
    }
    for (const name of await names('SHOW CONSTRAINTS YIELD name')) {
      await session.run(`DROP CONSTRAINT \`${name}\` IF EXISTS`);
    }
    // Every new database has the two lookup indexes, and label scans are slow without them.
    for (const name of await names("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) {
      await session.run(`DROP INDEX \`${name}\` IF EXISTS`);
    }
  } finally {
    await session.close();
  }
}

/** The number of nodes, which the database stores. */
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
