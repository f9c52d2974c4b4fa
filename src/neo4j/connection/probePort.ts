import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

const DEFAULT_PORT = 7687;
/** The Bolt handshake: its four magic bytes, then up to four ranges of versions, here 5.8 down to 5.0. */
const HANDSHAKE = Buffer.from('6060b01700080805000000000000000000000000', 'hex');

/**
 * Checks that a server that speaks Bolt answers at an address. This is cheap for both sides, because no user logs in.
 * The driver itself would wait forever for a server that accepts connections and does not answer.
 *
 * @param deadline for the answer, in milliseconds
 * @throws the system's error if nothing listens there; Error if nothing answers.
 */
export const probePort = async (uri: string, deadline: number): Promise<void> => {
  const socket = connectTo(new URL(uri));
  const { host } = new URL(uri);
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = () => reject(new Error(`No server answered at ${host} within ${deadline} ms.`));
      // If this process was busy, an answer may have arrived that is not read yet. It is read before `fail` runs.
      timer = setTimeout(() => setImmediate(fail), deadline);
      socket.once('error', reject);
      socket.once('close', () =>
        reject(new Error(`The server at ${host} closed the connection without an answer.`)),
      );
      socket.once('data', () => resolve());
      socket.write(HANDSHAKE);
    });
  } finally {
    clearTimeout(timer);
    socket.on('error', () => undefined); // an error after the answer is ignored
    socket.destroy();
  }
};

const connectTo = ({ protocol, hostname, port }: URL): Socket => {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const address = { host, port: port === '' ? DEFAULT_PORT : Number(port) };
  if (!protocol.includes('+s')) return connect(address);
  // No secret is sent here, so the certificate need not be checked; the driver checks it when it connects.
  return connectSecurely({
    ...address,
    rejectUnauthorized: false,
    ...(isIP(host) === 0 && { servername: host }),
  });
};
