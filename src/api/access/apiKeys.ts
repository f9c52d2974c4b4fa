import { timingSafeEqual } from 'node:crypto';
import { hashOfKey, type ApiKey } from './apiKey.ts';

/** The API keys that the server accepts, from the setting API_KEYS. */
export class ApiKeys {
  readonly #keys: readonly ApiKey[];

  constructor(keys: readonly ApiKey[]) {
    this.#keys = keys;
  }

  get isEmpty(): boolean {
    return this.#keys.length === 0;
  }

  /**
   * Finds a key by its text. It takes the same time for all texts, so the time reveals nothing about the valid keys.
   */
  find(text: string | undefined): ApiKey | undefined {
    if (text === undefined) return undefined;
    const hash = Buffer.from(hashOfKey(text));
    return this.#keys.filter((key) => timingSafeEqual(Buffer.from(key.hash), hash))[0];
  }
}
