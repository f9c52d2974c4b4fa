import type { Entity, EntityKind, IdentifierScheme } from '../../../graph/model/entities.ts';
import { badInput } from '../../../graph/errors.ts';
import { lookupKeys } from '../../../graph/model/identifiers.ts';
import { shortened } from '../../../graph/model/ids.ts';
import type { Loaders } from '../../loading/loaders.ts';

interface IdentifierAsked {
  scheme: IdentifierScheme;
  value: string;
  kind?: EntityKind | null;
}

/**
 * The entity an identifier names; null where none is stored. Where one form serves several kinds, the first that
 * is stored, in the order of the kinds.
 *
 * @param argument what an error calls the value
 * @throws GraphError BAD_USER_INPUT where the value fits no kind of the scheme.
 */
export const lookup = async (
  loaders: Loaders,
  { scheme, value, kind }: IdentifierAsked,
  argument: string,
): Promise<Entity | null> => {
  const keys = lookupKeys(scheme, value, kind ?? undefined);
  if (keys.length === 0) {
    const whose = kind ? ` of the kind ${kind}` : '';
    throw badInput(argument, `"${shortened(value)}" is no identifier of the scheme ${scheme}${whose}.`);
  }
  const found = await Promise.all(keys.toSorted().map((key) => loaders.entities.load(key)));
  return found.find((entity) => entity !== null) ?? null;
};
