import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../../src/neo4j/connection/database.ts';
import { Lease } from '../../src/neo4j/import/lease.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { storesOn } from './stores.ts';

/** In milliseconds: shorter than a transaction of the tests, and longer than a statement on a busy machine. */
const LEASE = 4_000;

describeWithNeo4j('the import lease', (server) => {
  const open = storesOn(server);
  const databases: Database[] = [];
  const openDatabase = () => {
    const database = new Database(server);
    databases.push(database);
    return database;
  };
  afterEach(async () => {
    for (const database of databases.splice(0)) await database.close();
  });

  it('outlasts a batch that takes longer than the lease', async () => {
    await open();
    const [database, otherDatabase] = [openDatabase(), openDatabase()];
    const lease = new Lease(database, LEASE);
    await lease.take();
    lease.stopRenewing(); // as if each renewal came too late
    let otherImport: Promise<unknown> = Promise.resolve();
    await database.transaction(async (run) => {
      await lease.renewIn(run);
      await pause(1.2 * LEASE);
      otherImport = new Lease(otherDatabase, LEASE).take().catch((fault: unknown) => fault);
      await pause(LEASE / 2); // by now the other import waits for the end of the batch
      await lease.renewIn(run);
    });
    expect(await otherImport).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await lease.release();
  });

  it('is renewed until it is released, and can be taken as soon as it is', async () => {
    await open();
    const lease = new Lease(openDatabase(), LEASE);
    await lease.take();
    await pause(2 * LEASE);
    await expect(new Lease(openDatabase(), LEASE).take()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    await lease.release();
    const next = new Lease(openDatabase(), LEASE);
    await next.take();
    await next.release();
  });
});
