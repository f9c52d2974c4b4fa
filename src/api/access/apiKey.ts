import { createHash, randomBytes } from 'node:crypto';

/** What the owner of a key may do. */
export const roles = ['CURATOR'] as const;
export type Role = (typeof roles)[number];

/** A key as the setting API_KEYS has it: the key itself is not stored, only its hash. */
export interface ApiKey {
  /** The name of the owner, which is stored with corrections and written to the log. */
  name: string;
  roles: readonly Role[];
  /** SHA-256 of the key, 64 hexadecimal digits. */
  hash: string;
}

/** The allowed names. They contain none of the characters that separate the parts of API_KEYS. */
export const keyName = /^[\w.@-]{1,64}$/;

/** Every key begins with this, so that a key in a wrong header, or in a file where it should not be, is recognized. */
export const KEY_PREFIX = 'cgk_';

/** A key of 256 random bits. It cannot be guessed, so a fast hash without salt is enough to store it. */
export const newKey = (): string => KEY_PREFIX + randomBytes(32).toString('base64url');

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** The entry of API_KEYS for a key. */
export const formatApiKey = ({ name, roles: own, hash }: ApiKey): string =>
  `${name}:${own.join('+').toLowerCase()}:${hash}`;

/** The key of an entry of API_KEYS; undefined if the entry is malformed. */
export const parseApiKey = (entry: string): ApiKey | undefined => {
  const [name = '', roleList = '', hash = '', ...rest] = entry.split(':');
  const own = roleList.split('+').map((role) => role.toUpperCase());
  const isValid = rest.length === 0 && keyName.test(name) && own.every(isRole) && /^[\da-f]{64}$/i.test(hash);
  return isValid ? { name, roles: own.filter(isRole), hash: hash.toLowerCase() } : undefined;
};

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
