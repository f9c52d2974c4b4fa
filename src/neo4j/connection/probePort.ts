import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

const DEFAULT_PORT = 7687;
/** How Bolt begins: its four magic bytes, then up to four versions that are spoken, here any of 5 down to 5.0. */
const GREETING = Buffer.from('6060b01700080805000000000000000000000000', 'hex');

/**
 * Whether anything speaks Bolt at an address: cheap for both sides, for no user is named and nothing is asked. The
 * driver itself waits for ever for a server that accepts connections and says nothing.
 *
 * @param milliseconds how long the answer may take
 * @throws the system's error where nobody listens; an error in words where nobody answers.
 */
export const probePort = async (uri: string, milliseconds: number): Promise<void> => {
  const socket = connectionTo(new URL(uri));
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const silent = () => reject(new Error(`Nothing answered within ${milliseconds} ms.`));
      // An answer may lie there unread where this program was busy: it is read before the next round's end.
      timer = setTimeout(() => setImmediate(silent), milliseconds);
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('The connection was closed instead of answered.')));
      socket.once('data', () => resolve());
      socket.write(GREETING);
    });
  } finally {
    clearTimeout(timer);
    socket.on('error', () => undefined); // nothing that still happens to it matters
    socket.destroy();
  }
};

const connectionTo = ({ protocol, hostname, port }: URL): Socket => {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const address = { host, port: port === '' ? DEFAULT_PORT : Number(port) };
  if (!protocol.includes('+s')) return connect(address);
  // No secret is told and no word believed here; the driver checks the certificate when it comes.
  return connectSecurely({
    ...address,
    rejectUnauthorized: false,
    ...(isIP(host) === 0 && { servername: host }),
  });
};
