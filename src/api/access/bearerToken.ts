import type { IncomingHttpHeaders } from 'node:http';

/** The token of the header `Authorization: Bearer <token>`, as RFC 6750 defines it. */
export const bearerToken = ({ authorization }: IncomingHttpHeaders): string | undefined =>
  /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
