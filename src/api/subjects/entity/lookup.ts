import type { Entity, IdentifierScheme } from '../../../graph/model/entities.ts';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import { badInput } from '../../../graph/errors.ts';
import { lookupKeys } from '../../../graph/model/identifiers.ts';
import { shortened } from '../../../graph/model/ids.ts';
import type { Loaders } from '../../loading/loaders.ts';

interface IdentifierInput {
  scheme: IdentifierScheme;
  value: string;
  kind?: EntityKind | null;
}

/**
 * The entity that has an identifier; null if none is stored. If the value is valid for several kinds of entities, the
 * result is the first one that is stored, in the order of the kinds.
 *
 * @param argument the name of the argument in error messages
 * @throws GraphError BAD_USER_INPUT for a value that is not valid for any kind of the scheme.
 */
export const lookup = async (
  loaders: Loaders,
  { scheme, value, kind }: IdentifierInput,
  argument: string,
): Promise<Entity | null> => {
  const keys = lookupKeys(scheme, value, kind ?? undefined);
  if (keys.length === 0) {
    const ofKind = kind ? ` for the kind ${kind}` : '';
    throw badInput(argument, `"${shortened(value)}" is not a valid ${scheme} identifier${ofKind}.`);
  }
  const entities = await Promise.all(keys.toSorted().map((key) => loaders.entities.load(key)));
  return entities.find((entity) => entity !== null) ?? null;
};
