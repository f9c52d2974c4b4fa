import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../../src/neo4j/connection/database.ts';
import { Lease } from '../../src/neo4j/import/lease.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { storesOn } from './opened.ts';

/** Short, so that a transaction soon takes longer; long beside what a busy machine makes of a statement. */
const LEASE = 4_000;

describeWithNeo4j('the right to import', (server) => {
  const open = storesOn(server);
  const databases: Database[] = [];
  const database = () => {
    const opened = new Database(server);
    databases.push(opened);
    return opened;
  };
  afterEach(async () => {
    for (const each of databases.splice(0)) await each.close();
  });

  it('is kept through a batch that takes longer than it lasts', async () => {
    await open();
    const [ours, theirs] = [database(), database()];
    const lease = new Lease(ours, LEASE);
    await lease.take();
    lease.stopRenewing(); // as where each renewal comes late
    let waiting: Promise<unknown> = Promise.resolve();
    await ours.transaction(async (run) => {
      await lease.hold(run);
      await pause(1.2 * LEASE);
      waiting = new Lease(theirs, LEASE).take().catch((fault: unknown) => fault);
      await pause(LEASE / 2); // they wait for the end of the batch by now
      await lease.hold(run);
    });
    expect(await waiting).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await lease.release();
  });

  it('is renewed for as long as the import goes on, and free as soon as it ends', async () => {
    await open();
    const lease = new Lease(database(), LEASE);
    await lease.take();
    await pause(2 * LEASE);
    await expect(new Lease(database(), LEASE).take()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await lease.release();
    const next = new Lease(database(), LEASE);
    await next.take();
    await next.release();
  });
});
