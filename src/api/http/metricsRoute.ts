import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.ts';
import { withoutMapping } from '../limits/peerAddress.ts';

/** Adds GET /metrics, for a Prometheus server on this machine or in a private network. Other clients get 404. */
export const metricsRoute = (server: FastifyInstance, metrics: Metrics): void => {
  server.get('/metrics', async (request, reply) => {
    if (!isFromPrivateNetwork(request)) {
      reply.callNotFound();
      return reply;
    }
    return reply.type(metrics.contentType).send(await metrics.text());
  });
};

const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  privateNetworks.addSubnet(network, prefix);
}
privateNetworks.addAddress('::1', 'ipv6');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');

/** Headers that proxies add to requests. */
const proxyHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

/**
 * Whether a client in a private network sent the request. False for a request through a proxy, because its client may
 * be in any network.
 */
const isFromPrivateNetwork = ({ socket, headers }: FastifyRequest): boolean => {
  if (proxyHeaders.some((name) => headers[name] !== undefined)) return false;
  const address = withoutMapping(socket.remoteAddress ?? '');
  return address !== '' && privateNetworks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
};
