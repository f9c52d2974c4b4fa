import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { openNeo4jStore } from '../../src/neo4j/index.ts';

describe('a Neo4j that is not running', () => {
  it('makes the store unavailable, in a message without the address', async () => {
    const messages: string[] = [];
    const store = await openNeo4jStore({
      uri: 'bolt://127.0.0.1:1',
      collaborationCap: 100,
      log: (message) => messages.push(message),
    });
    await expect(store.statistics()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: 'The graph cannot be reached at the moment.',
    });
    expect(messages).toContain('The database cannot be reached yet.');
    await store.close();
  });
});

describe('a server that accepts connections and never answers', () => {
  const sockets: Socket[] = [];
  let server: Server;
  beforeAll(async () => {
    server = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it('makes the store not ready, and fails reads instead of letting them wait', async () => {
    const { port } = server.address() as AddressInfo;
    const store = await openNeo4jStore({ uri: `bolt://127.0.0.1:${port}`, collaborationCap: 100 });
    expect(await store.readiness()).toMatchObject({ ready: false, importUnfinished: false });
    await expect(store.entities(['paper:acl:P1'])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await store.close();
  });
});
