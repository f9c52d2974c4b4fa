import { isCurated } from '../corrections/storedCorrection.ts';
import type { Author } from '../model/entities.ts';
import { identifiersOf, isMadeFromName } from '../model/identifiers.ts';
import { hasOnlyInitials } from './hasOnlyInitials.ts';

/** The ways in which an author can be distinguished from other people of the same name. */
export type Identification = 'IDENTIFIER' | 'CURATED' | 'FULL_NAME' | 'INITIALS';

/**
 * Returns how an author can be distinguished from other people of the same name. Identifiers are checked first, because
 * they distinguish an author even if the name is ambiguous.
 */
export const identificationOf = ({ keys, name }: Pick<Author, 'keys' | 'name'>): Identification => {
  if (identifiersOf(keys.filter((key) => !isMadeFromName(key))).length > 0) return 'IDENTIFIER';
  if (keys.some(isCurated)) return 'CURATED';
  return hasOnlyInitials(name) ? 'INITIALS' : 'FULL_NAME';
};
