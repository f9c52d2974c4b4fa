import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { badInput } from '../../../graph/errors.ts';

/**
 * The value of a YAML file, all scalars as texts: the name No and the year 2019 stay what they are. Undefined
 * where there is no such file.
 *
 * @throws GraphError BAD_USER_INPUT where it is no YAML: without it people would go by other names than before.
 */
export const readYaml = async (path: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw badInput('paths', `${path} cannot be read: ${(cause as Error).message}`);
  });
  if (text === undefined) return undefined;
  try {
    return parse(text, { schema: 'failsafe' }) as unknown;
  } catch (cause) {
    throw badInput('paths', `${path} is no YAML: ${(cause as Error).message}`);
  }
};
