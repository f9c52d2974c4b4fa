import { SourceError, TransientFault } from '../sourceError.ts';

/**
 * Codes of OpenSSL and Node.js for a certificate that is not trusted. Such a request is not repeated, because it would
 * fail in the same way.
 */
const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|CRL|HOSTNAME_MISMATCH/;

/** The beginnings of the error codes for an encrypted connection that could not be made. */
const handshakeCode = /^(?:EPROTO|ERR_SSL_)/;

const unknownHostCodes: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL']);

/**
 * Converts an error of `fetch` to an error that says what is wrong. It never quotes the address, because the address
 * may contain the key.
 */
export const fetchFault = (thrown: unknown, host: string): SourceError | TransientFault => {
  const { code, syscall, message } = causeOf(thrown);
  if (message === 'bad port') {
    return new SourceError(
      'SOURCE_UNAVAILABLE',
      `Nothing was sent to ${host}, because its port belongs to another protocol than HTTP. Check the address of the service in the settings.`,
      { isUnsent: true },
    );
  }
  if (certificateCode.test(code)) {
    return new SourceError(
      'SOURCE_UNAVAILABLE',
      `The certificate of ${host} is not trusted (${code}), so nothing was sent to it. Check the address, the clock of this machine, and any proxy on the way.`,
      { isUnsent: true },
    );
  }
  if (unknownHostCodes.has(code)) {
    return new TransientFault(`The host ${host} is unknown, or there is no network (${code}).`, {
      isUnsent: true,
    });
  }
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET') {
    return new TransientFault(`${host} cut off its answer (${code}).`);
  }
  if (code.startsWith('Z_')) {
    return new TransientFault(`${host} sent an answer that cannot be decompressed (${code}).`);
  }
  const isUnsent = syscall === 'connect' || code === 'UND_ERR_CONNECT_TIMEOUT' || handshakeCode.test(code);
  return new TransientFault(`${host} cannot be reached (${code}).`, { isUnsent });
};

interface SystemError {
  code?: unknown;
  message?: unknown;
  /** The name of the system call that failed, for example `connect`. */
  syscall?: unknown;
  /** If a host has several addresses, the error of each. */
  errors?: readonly SystemError[];
  cause?: SystemError;
}

const causeOf = (thrown: unknown): { code: string; syscall: unknown; message: unknown } => {
  const error = thrown as SystemError;
  const cause = error.cause?.errors?.[0] ?? error.cause;
  const code = cause?.code ?? error.cause?.code ?? error.code;
  return {
    code: typeof code === 'string' ? code : 'no connection',
    syscall: cause?.syscall,
    message: cause?.message,
  };
};
