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
const expensive = '{ papers(first: 99) { nodes { title } } }';

describe('the rate limit', () => {
  const api = served({ rateLimit: 150, rateLimitKeys: ['secret'], trustedProxies: ['127.0.0.1'] });
  const post = (query: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });

  it('counts the cost of operations; RATE_LIMITED comes with Retry-After', async () => {
    const client = { 'x-forwarded-for': '192.0.2.1' };
    expect((await post(expensive, client)).status).toBe(200);
    const limited = await post(expensive, client);
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await limited.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', requestId: expect.any(String) } }],
    });
  });

  it('is separate for each IPv4 address and each IPv6 network', async () => {
    expect((await post(expensive, { 'x-forwarded-for': '192.0.2.2' })).status).toBe(200);
    expect((await post(expensive, { 'x-forwarded-for': '2001:db8::1' })).status).toBe(200);
    expect((await post(expensive, { 'x-forwarded-for': '2001:db8::2' })).status).toBe(429);
    expect((await post(expensive, { 'x-forwarded-for': '2001:db8:0:1::2' })).status).toBe(200);
  });

  it('is separate for each IPv4 address that is written as IPv6', async () => {
    expect((await post(expensive, { 'x-forwarded-for': '::ffff:192.0.2.7' })).status).toBe(200);
    expect((await post(expensive, { 'x-forwarded-for': '::ffff:192.0.2.8' })).status).toBe(200);
    expect((await post(expensive, { 'x-forwarded-for': '192.0.2.8' })).status).toBe(429);
  });

  it('uses the last X-Forwarded-For address, which the trusted proxy added', async () => {
    expect((await post(expensive, { 'x-forwarded-for': '198.51.100.1, 192.0.2.9' })).status).toBe(200);
    expect((await post(expensive, { 'x-forwarded-for': '198.51.100.2, 192.0.2.9' })).status).toBe(429);
  });

  it('is separate for each configured API key', async () => {
    const from = { 'x-forwarded-for': '192.0.2.3' };
    expect((await post(expensive, from)).status).toBe(200);
    expect((await post(expensive, { ...from, authorization: 'Bearer guessed' })).status).toBe(429);
    expect((await post(expensive, { ...from, authorization: 'Bearer secret' })).status).toBe(200);
  });

  it('counts refused operations', async () => {
    const client = { 'x-forwarded-for': '192.0.2.4' };
    for (let turn = 0; turn < 8; turn += 1) await post('{ nope }', client);
    expect((await post(cheap, client)).status).toBe(429);
  });
});

describe.each([
  ['no trusted proxy', {}],
  ['another trusted proxy', { trustedProxies: ['192.0.2.0/24'] }],
])('the rate limit with %s', (_, proxySettings) => {
  const api = served({ rateLimit: 150, ...proxySettings });

  it('ignores X-Forwarded-For', async () => {
    const statuses: number[] = [];
    for (const client of ['198.51.100.1', '198.51.100.2']) {
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
        body: JSON.stringify({ query: expensive }),
      });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([200, 429]);
  });
});

describe('an operation of more than one second', () => {
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

  it('is logged with the hash of its document and without its variables', async () => {
    const query = 'query Slow($id: ID!) { author(id: $id) { metrics { hIndex } } }';
    const { errors } = await api.ask(query, { id: ADA });
    expect(errors).toEqual([]);
    await api.ask(cheap);
    expect(lines).toEqual([
      expect.objectContaining({
        msg: 'slow operation',
        document: createHash('sha256').update(query).digest('hex'),
        operationName: 'Slow',
        cost: 2,
        requestId: expect.stringMatching(/^[\w-]{36}$/),
      }),
    ]);
    expect(JSON.stringify(lines)).not.toContain(ADA);
  });
});

describe('GET /metrics', () => {
  const api = served();

  it('shows requests, errors, cost, store calls and the event loop to a client on this machine', async () => {
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
    'answers 404 to a request through a proxy, which has the header %s',
    async (header) => {
      const response = await fetch(`${api.url}/metrics`, { headers: { [header]: '192.0.2.1' } });
      expect(response.status).toBe(404);
    },
  );
});

describe('traces', () => {
  const api = served();

  it('have a span for each operation and each store call', async () => {
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
