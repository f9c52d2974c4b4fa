import { folded } from '../../graph/model/foldText.ts';
import { listOrNull } from './listOrNull.ts';
import { searchFields } from './searchFields.ts';

/** A name with the properties that lists and search use. Only authors have alternative names. */
export const nameProperties = (name: string, alternativeNames: readonly string[] = []) => ({
  name,
  alternativeNames: listOrNull(alternativeNames),
  folded: folded(name),
  ...searchFields([name, ...alternativeNames]),
});
