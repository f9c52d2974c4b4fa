import { TransientFault } from '../sourceError.ts';

/** The text of a body. @throws TransientFault if it has more bytes than allowed. */
export const readBody = async (response: Response, maxBytes: number, host: string): Promise<string> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  // breaking out of the loop also ends the connection
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > maxBytes) {
      throw new TransientFault(`An answer of ${host} has more than ${maxBytes} bytes and was not read.`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};
