import { createHash, randomBytes } from 'node:crypto';

/** The roles that an API key can have. A curator may make and undo corrections. */
export const roles = ['CURATOR'] as const;
export type Role = (typeof roles)[number];

/**
 * An entry of the setting API_KEYS: the name of an owner, the roles, and the hash of the key. The key itself is not
 * stored.
 */
export interface ApiKey {
  /** The name of the owner, which is stored with corrections and written to the log. */
  name: string;
  roles: readonly Role[];
  /** SHA-256 of the key, 64 hexadecimal digits. */
  hash: string;
}

/** The allowed names of owners. They have none of the characters that separate the parts of API_KEYS. */
export const keyName = /^[\w.@-]{1,64}$/;

/** Every key begins with this text, so that a key in a wrong header or in a wrong file can be recognized. */
export const KEY_PREFIX = 'cgk_';

/**
 * Makes a key of 256 random bits. So long a key cannot be guessed, so a fast hash without salt is enough to store it.
 */
export const newKey = (): string => KEY_PREFIX + randomBytes(32).toString('base64url');

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Writes a key as an entry of the setting API_KEYS. */
export const formatApiKey = ({ name, roles: own, hash }: ApiKey): string =>
  `${name}:${own.join('+').toLowerCase()}:${hash}`;

/** Reads a key from an entry of the setting API_KEYS; undefined if the entry is malformed. */
export const parseApiKey = (entry: string): ApiKey | undefined => {
  const [name = '', roleList = '', hash = '', ...rest] = entry.split(':');
  const own = roleList.split('+').map((role) => role.toUpperCase());
  const isValid = rest.length === 0 && keyName.test(name) && own.every(isRole) && /^[\da-f]{64}$/i.test(hash);
  return isValid ? { name, roles: own.filter(isRole), hash: hash.toLowerCase() } : undefined;
};

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
