import { emptyNeo4j, describeWithNeo4j } from '../support/neo4j/available.ts';
import { ask, changesOf, paperOf, storesOn } from './opened.ts';

describeWithNeo4j('imports into Neo4j', (server) => {
  const open = storesOn(server);
  beforeEach(() => emptyNeo4j(server));

  it('that end early are marked unfinished until the next one ends', async () => {
    const store = await open();
    const given = await store.beginImport();
    await given.write(changesOf(paperOf('P1', 'Ada', 'Bob')));
    await given.abandon();
    expect(await store.readiness()).toMatchObject({ ready: true, importUnfinished: true });
    expect(await ask(server, 'MATCH (node:Stale) RETURN node.id AS id')).toHaveLength(2);

    await (await store.beginImport()).finish();
    expect(await store.readiness()).toMatchObject({ ready: true, importUnfinished: false });
    expect(await ask(server, 'MATCH (node:Stale) RETURN node.id AS id')).toHaveLength(0);
    expect((await store.statistics()).collaborationCount).toBe(1);
  });

  it('leave nothing of a batch that fails', async () => {
    const store = await open();
    const session = await store.beginImport();
    const changes = changesOf(paperOf('P1', 'Ada'));
    const broken = { ...paperOf('P2', 'Bob'), keys: [{}] as unknown as string[] };
    await expect(session.write({ ...changes, papers: [...changes.papers, broken] })).rejects.toThrow();
    await session.abandon();
    expect(await store.statistics()).toMatchObject({ authorCount: 0, paperCount: 0 });
    expect(await store.readiness()).toMatchObject({ ready: true, importUnfinished: false });
  });

  it('are refused while another store has one under way', async () => {
    const [first, second] = [await open(), await open()];
    const session = await first.beginImport();
    await expect(second.beginImport()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await session.abandon();
    await (await second.beginImport()).abandon();
  });

  it('take over from one that died and no longer renews its lease', async () => {
    const [first, second] = [await open(), await open()];
    const died = await first.beginImport();
    await died.write(changesOf(paperOf('P1', 'Ada', 'Bob')));
    await ask(server, 'MATCH (graph:Graph) SET graph.importExpires = timestamp() - 1');

    const session = await second.beginImport();
    await expect(died.write(changesOf(paperOf('P2', 'Ada')))).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    await session.finish();
    await died.abandon();
    expect(await second.statistics()).toMatchObject({ paperCount: 1, collaborationCount: 1 });
  });

  it('derive everything anew where the collaboration cap is another', async () => {
    const store = await open({ collaborationCap: 3 });
    const session = await store.beginImport();
    await session.write(changesOf(paperOf('P1', 'Ada', 'Bob', 'Cy')));
    await session.finish();
    expect((await store.statistics()).collaborationCount).toBe(3);

    const said: string[] = [];
    const stricter = await open({ collaborationCap: 2, log: (message) => said.push(message) });
    expect(said.join()).toContain('2 takes effect with the next import');
    expect((await stricter.statistics()).papersTooLargeForCollaboration).toBe(0);
    await (await stricter.beginImport()).finish();
    expect(await stricter.statistics()).toMatchObject({
      collaborationCount: 0,
      papersTooLargeForCollaboration: 1,
    });
  });
});
