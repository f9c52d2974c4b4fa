import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import { pino } from 'pino';
import { startTracing } from '../../../src/commands/tracing.ts';
import { ADA } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

const cheap = `{ author(id: "${ADA}") { name } }`;
const dear = '{ papers(first: 99) { nodes { title } } }';

describe('what a client may cost in a minute', () => {
  const api = served({ rateLimit: 150, rateLimitKeys: ['secret'], trustedProxies: ['127.0.0.1'] });
  const post = (query: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });

  it('is counted by cost, and past it RATE_LIMITED says when to come back', async () => {
    const client = { 'x-forwarded-for': '192.0.2.1' };
    expect((await post(dear, client)).status).toBe(200);
    const limited = await post(dear, client);
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await limited.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', requestId: expect.any(String) } }],
    });
  });

  it('is each address’s own, of IPv6 each network’s', async () => {
    expect((await post(dear, { 'x-forwarded-for': '192.0.2.2' })).status).toBe(200);
    expect((await post(dear, { 'x-forwarded-for': '2001:db8::1' })).status).toBe(200);
    expect((await post(dear, { 'x-forwarded-for': '2001:db8::2' })).status).toBe(429);
    expect((await post(dear, { 'x-forwarded-for': '2001:db8:0:1::2' })).status).toBe(200);
  });

  it('is each IPv4 address’s own also where it is written as IPv6', async () => {
    expect((await post(dear, { 'x-forwarded-for': '::ffff:192.0.2.7' })).status).toBe(200);
    expect((await post(dear, { 'x-forwarded-for': '::ffff:192.0.2.8' })).status).toBe(200);
    expect((await post(dear, { 'x-forwarded-for': '192.0.2.8' })).status).toBe(429);
  });

  it('is of the address that the trusted proxy saw, whatever that one said before', async () => {
    expect((await post(dear, { 'x-forwarded-for': '198.51.100.1, 192.0.2.9' })).status).toBe(200);
    expect((await post(dear, { 'x-forwarded-for': '198.51.100.2, 192.0.2.9' })).status).toBe(429);
  });

  it('is a known key’s own, and no unknown one’s', async () => {
    const from = { 'x-forwarded-for': '192.0.2.3' };
    expect((await post(dear, from)).status).toBe(200);
    expect((await post(dear, { ...from, authorization: 'Bearer guessed' })).status).toBe(429);
    expect((await post(dear, { ...from, authorization: 'Bearer secret' })).status).toBe(200);
  });

  it('counts what is refused', async () => {
    const client = { 'x-forwarded-for': '192.0.2.4' };
    for (let turn = 0; turn < 8; turn += 1) await post('{ nope }', client);
    expect((await post(cheap, client)).status).toBe(429);
  });
});

describe.each([
  ['no proxy is trusted', {}],
  ['another proxy is trusted', { trustedProxies: ['192.0.2.0/24'] }],
])('where %s', (_, trusting) => {
  const api = served({ rateLimit: 150, ...trusting });

  it('nobody is believed to be someone else', async () => {
    const statuses: number[] = [];
    for (const client of ['198.51.100.1', '198.51.100.2']) {
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
        body: JSON.stringify({ query: dear }),
      });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([200, 429]);
  });
});

describe('an operation that takes more than a second', () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'warn' },
    { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[0]) },
  );
  const api = served({ log }, (store) => ({
    metrics: async (ids) => {
      await pause(1_100);
      return store.metrics(ids);
    },
  }));

  it('is logged by its document’s hash, never with what it was asked with', async () => {
    const query = 'query Slow($id: ID!) { author(id: $id) { metrics { hIndex } } }';
    const { errors } = await api.ask(query, { id: ADA });
    expect(errors).toEqual([]);
    await api.ask(cheap);
    expect(lines).toEqual([
      expect.objectContaining({
        msg: 'a slow operation',
        document: createHash('sha256').update(query).digest('hex'),
        operationName: 'Slow',
        cost: 2,
        requestId: expect.stringMatching(/^[\w-]{36}$/),
      }),
    ]);
    expect(JSON.stringify(lines)).not.toContain(ADA);
  });
});

describe('what the server tells of itself', () => {
  const api = served();

  it('to a Prometheus nearby: requests, errors, cost, store calls, the event loop', async () => {
    await api.ask(cheap);
    await api.ask('{ nope }');
    const response = await fetch(`${api.url}/metrics`);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toMatch(/coauthor_graph_operations_total\{status="200"\} [1-9]/);
    expect(text).toMatch(/coauthor_graph_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} 1/);
    expect(text).toMatch(/coauthor_graph_store_call_seconds_count\{call="entities"\} [1-9]/);
    expect(text).toMatch(/coauthor_graph_operation_cost_count [1-9]/);
    expect(text).toMatch(/coauthor_graph_store_ready 1/);
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds/);
  });

  it.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'via', 'x-forwarded-proto', 'x-forwarded-host'])(
    'to nobody who comes through a proxy, as %s shows',
    async (header) => {
      const response = await fetch(`${api.url}/metrics`, { headers: { [header]: '192.0.2.1' } });
      expect(response.status).toBe(404);
    },
  );
});

describe('traces', () => {
  const api = served();

  it('are sent where they are asked for: a span an operation, one a store call', async () => {
    const bodies: string[] = [];
    const receiver = createHttpServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        bodies.push(body);
        response.end('{}');
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const endpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = endpoint;
    const end = await startTracing(endpoint);
    await api.ask(`query Named { author(id: "${ADA}") { name } }`);
    await end();
    delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
    trace.disable();
    receiver.closeAllConnections();
    receiver.close();
    const sent = bodies.join('');
    expect(sent).toContain('graphql operation');
    expect(sent).toContain('store entities');
    expect(sent).toContain('Named');
  });
});
