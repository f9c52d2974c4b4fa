import { SourceError, TransientFault } from '../sourceError.ts';

/**
 * Codes of OpenSSL and Node.js for a certificate that is not trusted. Such a request is not repeated, because it would
 * fail in the same way.
 */
const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|CRL|HOSTNAME_MISMATCH/;

const unknownHostCodes: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL']);

/**
 * Converts an error of `fetch` to an error that says what is wrong. It never quotes the address, because the address
 * may contain the key.
 */
export const fetchFault = (thrown: unknown, host: string): SourceError | TransientFault => {
  const code = codeOf(thrown);
  if (certificateCode.test(code)) {
    return new SourceError(
      'SOURCE_UNAVAILABLE',
      `The certificate of ${host} is not trusted (${code}), so nothing was sent to it. Check the address, the clock of this machine, and any proxy on the way.`,
    );
  }
  if (unknownHostCodes.has(code)) {
    return new TransientFault(`The host ${host} is unknown, or there is no network (${code}).`);
  }
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET') {
    return new TransientFault(`${host} cut off its answer (${code}).`);
  }
  if (code.startsWith('Z_')) {
    return new TransientFault(`${host} sent an answer that cannot be decompressed (${code}).`);
  }
  return new TransientFault(`${host} cannot be reached (${code}).`);
};

const codeOf = (thrown: unknown): string => {
  const { cause } = thrown as { cause?: { code?: unknown; errors?: { code?: unknown }[] } };
  const code = cause?.code ?? cause?.errors?.[0]?.code ?? (thrown as { code?: unknown }).code;
  return typeof code === 'string' ? code : 'no connection';
};
