import { TransientFault } from '../sourceError.ts';

/**
 * The text of a body in UTF-8, without a byte order mark.
 *
 * @throws TransientFault if the body has more bytes than allowed.
 */
export const readBody = async (response: Response, maxBytes: number, host: string): Promise<string> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  // An error that is thrown inside the loop also closes the connection.
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > maxBytes) {
      throw new TransientFault(`An answer of ${host} has more than ${maxBytes} bytes and was not read.`);
    }
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
};
