import { badInput } from '../graph/errors.ts';

const MAX_LENGTH = 100;

/**
 * Checks the name that a user gives to a new source. Lists, log lines and metrics print it as it is.
 *
 * @throws GraphError BAD_USER_INPUT
 */
export const checkSourceName = (name: string): void => {
  if (name.trim() === '') throw badInput('name', 'The name of the source is empty.');
  const { length } = Array.from(name);
  if (length > MAX_LENGTH) {
    throw badInput(
      'name',
      `The name of the source has ${length} characters; at most ${MAX_LENGTH} are allowed.`,
    );
  }
  const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.exec(name)?.[0].codePointAt(0);
  if (unprintable === undefined) return;
  const code = unprintable.toString(16).toUpperCase().padStart(4, '0');
  throw badInput(
    'name',
    `The name of the source has the character U+${code}. Line breaks and other characters that cannot be printed are not allowed.`,
  );
};
