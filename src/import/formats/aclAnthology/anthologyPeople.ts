import { identifierKey } from '../../../graph/model/identifiers.ts';
import { tidy } from '../../../graph/names.ts';
import type { ImportProblem } from '../../importProblem.ts';
import type { PersonIds, RecordAuthor } from '../../importRecord.ts';
import { objectOf, textOf } from '../reading/jsonFields.ts';

/** A person in the Anthology's list of people. */
export interface CuratedPerson {
  id: string | undefined;
  orcid?: string | undefined;
  /** The canonical name. */
  name: string;
  /** Other spellings, without the canonical name. */
  variants: string[];
}

/** An author of a paper, as the XML states it. */
export interface PrintedAuthor {
  id: string | undefined;
  orcid: string | undefined;
  name: string;
  /** The name in other scripts. */
  otherScripts: readonly string[];
  affiliations: readonly string[];
}

/**
 * Who an author is: the entry in the list of people, and the id that the Anthology gives the person. Each is undefined
 * if the Anthology has none.
 */
interface IdentifiedAuthor {
  person: CuratedPerson | undefined;
  id: string | undefined;
}

/** Identifies an author by the rules of one version of the Anthology. */
export type AnthologyPeople = (printed: PrintedAuthor) => IdentifiedAuthor;

/** Without a list of people, only the id attribute identifies an author. */
export const unlistedPeople: AnthologyPeople = ({ id }) => ({ person: undefined, id });

/** A full name; in Chinese characters the family name comes first, without a space. */
export const fullName = (first: string, last: string, script?: string): string =>
  script?.startsWith('hani') ? tidy(`${last}${first}`) : tidy(`${first} ${last}`);

/** The full name from an object with the fields `first`, `last` and `script`. */
export const nameOf = (value: unknown): string => {
  const { first, last, script } = objectOf(value);
  return fullName(textOf(first) ?? '', textOf(last) ?? '', textOf(script));
};

/** Converts a printed author to an author of a record. Also returns what is wrong with the identifiers in the XML. */
export const recordAuthor = (
  printed: PrintedAuthor,
  people: AnthologyPeople,
): { author: RecordAuthor; problems: ImportProblem[] } => {
  const { person, id } = people(printed);
  const author: RecordAuthor = { name: person?.name ?? printed.name };
  if (person) author.printedName = printed.name;
  const alternatives = new Set([...(person?.variants ?? []), ...printed.otherScripts]);
  if (alternatives.size > 0) author.alternativeNames = [...alternatives];
  const isContradicted = contradicts(printed.orcid, person?.orcid);
  const orcid = person?.orcid ?? printed.orcid;
  const ids: PersonIds = { ...(orcid !== undefined && { orcid }), ...(id !== undefined && { acl: id }) };
  if (Object.keys(ids).length > 0) author.ids = ids;
  if (printed.affiliations.length > 0) {
    author.affiliations = printed.affiliations.map((each) => ({ printed: each }));
  }
  const message = `${printed.name} has the ORCID ${printed.orcid} here and ${person?.orcid} in the list of people, which is used`;
  return { author, problems: isContradicted ? [{ kind: 'contradictoryIdentifier', message }] : [] };
};

const contradicts = (printed: string | undefined, listed: string | undefined): boolean =>
  printed !== undefined &&
  listed !== undefined &&
  identifierKey('AUTHOR', 'orcid', printed) !== identifierKey('AUTHOR', 'orcid', listed);
