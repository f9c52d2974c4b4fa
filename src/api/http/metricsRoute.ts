import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.ts';
import { withoutMapping } from './peerAddress.ts';

/** GET /metrics for a Prometheus on this machine or in its private network; to anyone else there is nothing. */
export const metricsRoute = (server: FastifyInstance, metrics: Metrics): void => {
  server.get('/metrics', async (request, reply) => {
    if (!isNear(request)) {
      reply.callNotFound();
      return reply;
    }
    return reply.type(metrics.contentType).send(await metrics.text());
  });
};

const near = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  near.addSubnet(network, prefix);
}
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');

/** What proxies say of themselves and of whom they hand on, each in another way. */
const byProxies = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

/** What a proxy hands on may come from anywhere. */
const isNear = ({ socket, headers }: FastifyRequest): boolean => {
  if (byProxies.some((name) => headers[name] !== undefined)) return false;
  const address = withoutMapping(socket.remoteAddress ?? '');
  return address !== '' && near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
};
