import { objectOf, objectsOf, textOf } from '../reading/jsonFields.ts';
import { nameOf, type AnthologyPeople, type CuratedPerson } from './anthologyPeople.ts';

/**
 * People as the Anthology listed them until 2025: an author is identified by the id attribute, else as the only person
 * with this spelling of the name, else by the name itself.
 *
 * @param entries the parsed name_variants.yaml; entries without a canonical name are ignored
 */
export const peopleOfNameVariants = (entries: unknown): AnthologyPeople => {
  const byId = new Map<string, CuratedPerson>();
  /** The person for each spelling of a name. Null if several people have the same spelling. */
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
  return ({ id, name }) => {
    const person = (id === undefined ? bySpelling.get(name) : byId.get(id)) ?? undefined;
    return { person, id: id ?? person?.id };
  };
};
