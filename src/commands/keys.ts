import { formatApiKey, hashOfKey, keyName, newKey, roles, type Role } from '../api/access/apiKey.ts';
import { CommandError, exitCodes } from './failure.ts';

export interface NewKeyOptions {
  name: string;
  role: string[];
}

/** Makes an API key and prints it, together with the entry for the setting API_KEYS. The key itself is not stored. */
export const printNewKey = ({ name, role }: NewKeyOptions): void => {
  if (!keyName.test(name)) {
    const message = `--name is "${name}"; a name has 1–64 letters, digits and . _ @ -, for example ada@example.org.`;
    throw new CommandError(message, exitCodes.misuse);
  }
  const key = newKey();
  const entry = formatApiKey({ name, roles: role.map(checkedRole), hash: hashOfKey(key) });
  process.stdout.write(
    [
      `The key of ${name}, which is shown only this once:`,
      `  ${key}`,
      'The setting for the server (several keys are separated by commas):',
      `  API_KEYS=${entry}`,
      '',
    ].join('\n'),
  );
};

const checkedRole = (text: string): Role => {
  const role = roles.find((each) => each === text.toUpperCase());
  if (role) return role;
  const known = roles.join(', ').toLowerCase();
  throw new CommandError(`--role is "${text}"; the roles are: ${known}.`, exitCodes.misuse);
};
