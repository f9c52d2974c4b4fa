import { emptyNeo4j, describeWithNeo4j } from '../support/neo4j/available.ts';
import { runCypher, changesOf, paperOf, storesOn } from './stores.ts';

describeWithNeo4j('imports into Neo4j', (server) => {
  const open = storesOn(server);
  beforeEach(() => emptyNeo4j(server));

  it('that are abandoned leave the graph marked as unfinished until the next one finishes', async () => {
    const store = await open();
    const session = await store.beginImport();
    await session.write(changesOf(paperOf('P1', 'Ada', 'Bob')));
    await session.abandon();
    expect(await store.readiness()).toMatchObject({ ready: true, importUnfinished: true });
    const stale = await runCypher(server, 'MATCH (node:Stale) RETURN node.id AS id');
    expect(stale).toHaveLength(3); // both authors, and the paper, whose citations are not counted yet

    await (await store.beginImport()).finish();
    expect(await store.readiness()).toMatchObject({ ready: true, importUnfinished: false });
    expect(await runCypher(server, 'MATCH (node:Stale) RETURN node.id AS id')).toHaveLength(0);
    expect((await store.statistics()).collaborationCount).toBe(1);
  });

  it('write nothing of a batch that fails', async () => {
    const store = await open();
    const session = await store.beginImport();
    const changes = changesOf(paperOf('P1', 'Ada'));
    const broken = { ...paperOf('P2', 'Bob'), keys: [{}] as unknown as string[] };
    await expect(session.write({ ...changes, papers: [...changes.papers, broken] })).rejects.toThrow();
    await session.abandon();
    expect(await store.statistics()).toMatchObject({ authorCount: 0, paperCount: 0 });
    expect(await store.readiness()).toMatchObject({ ready: true, importUnfinished: false });
  });

  it('are refused while another store imports', async () => {
    const [first, second] = [await open(), await open()];
    const session = await first.beginImport();
    await expect(second.beginImport()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await session.abandon();
    await (await second.beginImport()).abandon();
  });

  it('take over the lease of an import that died', async () => {
    const [first, second] = [await open(), await open()];
    const deadImport = await first.beginImport();
    await deadImport.write(changesOf(paperOf('P1', 'Ada', 'Bob')));
    await runCypher(server, 'MATCH (graph:Graph) SET graph.importExpires = timestamp() - 1');

    const session = await second.beginImport();
    await expect(deadImport.write(changesOf(paperOf('P2', 'Ada')))).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    await session.finish();
    await deadImport.abandon();
    expect(await second.statistics()).toMatchObject({ paperCount: 1, collaborationCount: 1 });
  });

  it('derive all relationships again if the collaboration cap has changed', async () => {
    const store = await open({ collaborationCap: 3 });
    const session = await store.beginImport();
    await session.write(changesOf(paperOf('P1', 'Ada', 'Bob', 'Cy')));
    await session.finish();
    expect((await store.statistics()).collaborationCount).toBe(3);

    const messages: string[] = [];
    const stricter = await open({ collaborationCap: 2, log: (message) => messages.push(message) });
    expect(messages.join()).toContain('2 takes effect with the next import');
    expect((await stricter.statistics()).papersTooLargeForCollaboration).toBe(0);
    await (await stricter.beginImport()).finish();
    expect(await stricter.statistics()).toMatchObject({
      collaborationCount: 0,
      papersTooLargeForCollaboration: 1,
    });
  });
});
