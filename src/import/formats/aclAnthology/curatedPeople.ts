import { tidy } from '../../../graph/names.ts';
import type { RecordAuthor } from '../../importRecord.ts';
import { objectOf, objectsOf, textOf } from '../reading/jsonFields.ts';

/** A person of name_variants.yaml. */
interface CuratedPerson {
  id: string | undefined;
  /** The canonical name. */
  name: string;
  /** Other spellings, without the canonical name. */
  variants: string[];
}

/** The people of name_variants.yaml, by id and by each spelling of their names. */
export interface CuratedPeople {
  byId: ReadonlyMap<string, CuratedPerson>;
  /** Null if several people have the same spelling. */
  bySpelling: ReadonlyMap<string, CuratedPerson | null>;
}

export const noCuratedPeople: CuratedPeople = { byId: new Map(), bySpelling: new Map() };

/** An author as it is in the XML. */
export interface PrintedAuthor {
  id: string | undefined;
  name: string;
  /** The name in other scripts. */
  otherScripts: readonly string[];
  affiliations: readonly string[];
}

/** A full name; in Chinese characters the family name comes first, without a space. */
export const fullName = (first: string, last: string, script?: string): string =>
  script?.startsWith('hani') ? tidy(`${last}${first}`) : tidy(`${first} ${last}`);

/** @param entries the parsed name_variants.yaml; entries without a canonical name are ignored */
export const curatedPeople = (entries: unknown): CuratedPeople => {
  const byId = new Map<string, CuratedPerson>();
  const bySpelling = new Map<string, CuratedPerson | null>();
  for (const entry of objectsOf(entries)) {
    const name = nameOf(entry['canonical']);
    if (name === '') continue;
    // one entry has `variant` instead of `variants`
    const others = [...objectsOf(entry['variants']), objectOf(entry['variant'])].map(nameOf);
    const spellings = new Set([name, ...others].filter((each) => each !== ''));
    const variants = [...spellings].filter((each) => each !== name);
    const person = { id: textOf(entry['id']), name, variants };
    if (person.id !== undefined) byId.set(person.id, person);
    for (const spelling of spellings) bySpelling.set(spelling, bySpelling.has(spelling) ? null : person);
  }
  return { byId, bySpelling };
};

const nameOf = (value: unknown): string => {
  const { first, last } = objectOf(value);
  return fullName(textOf(first) ?? '', textOf(last) ?? '');
};

/** Identifies an author by the id attribute, else as the only curated person with this spelling, else by name. */
export const recordAuthor = (printed: PrintedAuthor, people: CuratedPeople): RecordAuthor => {
  const person = printed.id === undefined ? people.bySpelling.get(printed.name) : people.byId.get(printed.id);
  const author: RecordAuthor = { name: printed.name };
  const id = printed.id ?? person?.id;
  if (person) {
    author.name = person.name;
    author.printedName = printed.name;
  }
  const alternatives = new Set([...(person?.variants ?? []), ...printed.otherScripts]);
  if (alternatives.size > 0) author.alternativeNames = [...alternatives];
  if (id !== undefined) author.ids = { acl: id };
  if (printed.affiliations.length > 0) {
    author.affiliations = printed.affiliations.map((each) => ({ printed: each }));
  }
  return author;
};
