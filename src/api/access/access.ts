import type { IncomingHttpHeaders } from 'node:http';
import { GraphError } from '../../graph/errors.ts';
import { KEY_PREFIX, type ApiKey, type Role } from './apiKey.ts';
import type { ApiKeys } from './apiKeys.ts';
import { bearerToken } from './bearerToken.ts';

/**
 * Finds the API key that a request sends, and checks the roles of its owner. Cross-site request forgery (CSRF) is
 * impossible, because browsers do not send the key on their own.
 */
export class Access {
  readonly #keys: ApiKeys;
  readonly #headers: IncomingHttpHeaders;

  constructor(keys: ApiKeys, headers: IncomingHttpHeaders) {
    this.#keys = keys;
    this.#headers = headers;
  }

  /**
   * The API key that the request sends; undefined if it sends none.
   *
   * @throws GraphError UNAUTHENTICATED for a key that this server does not accept
   */
  viewer(): ApiKey | undefined {
    const token = bearerToken(this.#headers);
    if (token === undefined) {
      this.#checkOtherHeaders();
      return undefined;
    }
    const key = this.#keys.find(token);
    if (key) return key;
    const reason = this.#keys.isEmpty
      ? 'this server has no API keys (setting API_KEYS)'
      : 'it is not one of this server: it is mistyped, or it was revoked';
    throw unauthenticated(`The key in the header Authorization is not accepted: ${reason}.`);
  }

  /**
   * The API key that the request sends.
   *
   * @throws GraphError UNAUTHENTICATED without an accepted key; FORBIDDEN if the owner does not have the role
   */
  require(role: Role): ApiKey {
    const viewer = this.viewer();
    if (!viewer) throw unauthenticated(this.#keys.isEmpty ? noKeys : missingKey);
    if (viewer.roles.includes(role)) return viewer;
    throw new GraphError(
      'FORBIDDEN',
      `The key of ${viewer.name} does not have the role ${role.toLowerCase()}. Add it to the key's roles in API_KEYS.`,
    );
  }

  #checkOtherHeaders(): void {
    const misplaced = Object.entries(this.#headers).find(([, value]) => String(value).includes(KEY_PREFIX));
    if (!misplaced) return;
    throw unauthenticated(
      `The header ${misplaced[0]} has an API key. Send the key in the header "Authorization: Bearer <key>".`,
    );
  }
}

const unauthenticated = (message: string): GraphError => new GraphError('UNAUTHENTICATED', message);

const missingKey = 'Corrections need an API key, in the header "Authorization: Bearer <key>".';
const noKeys =
  'This server accepts no corrections over HTTP, because it has no API keys (setting API_KEYS). The command "corrections" can make them.';
