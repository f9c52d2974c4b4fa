import { parseApiKey, type ApiKey } from './apiKey.ts';

/** Reads the keys from the entries of API_KEYS. `problem` says what is wrong with the list. */
export const apiKeyList = (entries: readonly string[]): { keys: readonly ApiKey[]; problem?: string } => {
  const keys = entries.flatMap((entry) => parseApiKey(entry) ?? []);
  if (keys.length < entries.length) {
    return { keys, problem: 'must be a list of <name>:<role>:<hash> as the command "keys new" prints them' };
  }
  const names = new Set(keys.map(({ name }) => name));
  return names.size < keys.length ? { keys, problem: 'must have a name of its own for each key' } : { keys };
};
