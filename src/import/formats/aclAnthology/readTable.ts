import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { badInput } from '../../../graph/errors.ts';

/**
 * Reads a YAML or JSON file. Scalars of YAML become texts, so that the name No does not become false. Undefined if the
 * file does not exist.
 *
 * @throws GraphError BAD_USER_INPUT if the file is not valid: without its contents people would be stored under other names
 */
export const readTable = async (path: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw badInput('paths', `${path} cannot be read: ${(cause as Error).message}`);
  });
  if (text === undefined) return undefined;
  const isJson = path.endsWith('.json');
  try {
    return isJson ? (JSON.parse(text) as unknown) : (parse(text, { schema: 'failsafe' }) as unknown);
  } catch (cause) {
    throw badInput('paths', `${path} is not valid ${isJson ? 'JSON' : 'YAML'}: ${(cause as Error).message}`);
  }
};
