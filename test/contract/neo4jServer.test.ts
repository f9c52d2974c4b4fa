import neo4j from 'neo4j-driver';
import { describeWithNeo4j } from '../support/neo4j/available.ts';

describeWithNeo4j('the Neo4j of the tests', ({ uri, username, password, database }) => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  afterAll(() => driver.close());

  it('answers a query', async () => {
    const { records } = await driver.executeQuery('RETURN 1 AS one', {}, { database });
    expect(records.map((record) => Number(record.get('one')))).toEqual([1]);
  });

  it('is empty when a suite begins', async () => {
    const { records } = await driver.executeQuery('MATCH (n) RETURN n LIMIT 1', {}, { database });
    expect(records).toHaveLength(0);
  });

  it('answers a driver that asks for a routing table', async () => {
    const routing = neo4j.driver(uri.replace(/^bolt/, 'neo4j'), neo4j.auth.basic(username, password));
    try {
      await expect(routing.getServerInfo({ database })).resolves.toHaveProperty('address');
    } finally {
      await routing.close();
    }
  });
});
