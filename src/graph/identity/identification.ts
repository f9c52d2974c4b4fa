import { isCurated } from '../corrections/storedCorrection.ts';
import type { Author } from '../model/entities.ts';
import { identifiersOf, isMadeFromName } from '../model/identifiers.ts';
import { hasOnlyInitials } from './hasOnlyInitials.ts';

/** What tells an author from other people of the same name, in the order of the schema's enum. */
export const identifications = ['IDENTIFIER', 'CURATED', 'FULL_NAME', 'INITIALS'] as const;
export type Identification = (typeof identifications)[number];

/** Identifiers come first: an author with one is told apart by it, whatever the name. */
export const identificationOf = ({ keys, name }: Pick<Author, 'keys' | 'name'>): Identification => {
  if (identifiersOf(keys.filter((key) => !isMadeFromName(key))).length > 0) return 'IDENTIFIER';
  if (keys.some(isCurated)) return 'CURATED';
  return hasOnlyInitials(name) ? 'INITIALS' : 'FULL_NAME';
};
