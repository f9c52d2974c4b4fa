import { isCurated } from '../corrections/storedCorrection.ts';
import type { Author } from '../model/entities.ts';
import { identifiersOf, isMadeFromName } from '../model/identifiers.ts';
import { hasOnlyInitials } from './hasOnlyInitials.ts';

/** By what an author can be distinguished from other people of the same name, in the order of the schema's enum. */
export const identifications = ['IDENTIFIER', 'CURATED', 'FULL_NAME', 'INITIALS'] as const;
export type Identification = (typeof identifications)[number];

/** Identifiers come first: they distinguish an author whatever the name is. */
export const identificationOf = ({ keys, name }: Pick<Author, 'keys' | 'name'>): Identification => {
  if (identifiersOf(keys.filter((key) => !isMadeFromName(key))).length > 0) return 'IDENTIFIER';
  if (keys.some(isCurated)) return 'CURATED';
  return hasOnlyInitials(name) ? 'INITIALS' : 'FULL_NAME';
};
