import { identifierKey } from '../../../graph/model/identifiers.ts';
import { plainText } from '../../../graph/text/plainText.ts';
import { objectOf, objectsOf, textOf } from '../reading/jsonFields.ts';
import { nameOf, type AnthologyPeople, type CuratedPerson } from './anthologyPeople.ts';
import { nameSlug } from './nameSlug.ts';

/**
 * People as the Anthology lists them since 2026. An author is identified by the id attribute, else by the ORCID, else
 * as the only person with this name whom the list allows to be found by name. All others are identified by the name
 * itself, with an id that the Anthology calls unverified.
 *
 * @param entries the parsed people.yaml or people.json, by id; entries without a name are ignored
 */
export const peopleOfList = (entries: unknown): AnthologyPeople => {
  const byId = new Map<string, CuratedPerson>();
  const byOrcid = new Map<string, CuratedPerson>();
  /** The person for each slug of a name. Null if the name alone does not identify a person. */
  const bySlug = new Map<string, CuratedPerson | null>();
  for (const [id, entry] of Object.entries(objectOf(entries))) {
    const { names, orcid, disable_name_matching: isNotMatched } = objectOf(entry);
    const [name = '', ...others] = objectsOf(names).map(nameOf);
    if (name === '') continue;
    const person = { id, orcid: textOf(orcid), name, variants: distinct(others, name) };
    byId.set(id, person);
    const orcidKey = keyOfOrcid(person.orcid);
    if (orcidKey !== undefined) byOrcid.set(orcidKey, person);
    for (const slug of new Set(objectsOf(names).map(slugOf))) {
      const isAmbiguous = bySlug.has(slug) || String(isNotMatched) === 'true';
      bySlug.set(slug, isAmbiguous ? null : person);
    }
  }
  return ({ id, orcid, name }) => {
    if (id !== undefined) return { person: byId.get(id), id };
    const owner = byOrcid.get(keyOfOrcid(orcid) ?? '');
    if (owner || orcid !== undefined) return { person: owner, id: owner?.id };
    const slug = nameSlug(plainText(name));
    const person = bySlug.get(slug) ?? undefined;
    return { person, id: person?.id ?? (slug === '' ? undefined : `${slug}/unverified`) };
  };
};

const distinct = (names: readonly string[], name: string): string[] =>
  [...new Set(names)].filter((each) => each !== '' && each !== name);

/** Slugs have the given name first, also where the full name begins with the family name. */
const slugOf = (value: unknown): string => {
  const { first, last } = objectOf(value);
  return nameSlug(`${textOf(first) ?? ''} ${textOf(last) ?? ''}`);
};

const keyOfOrcid = (orcid: string | undefined): string | undefined =>
  orcid === undefined ? undefined : identifierKey('AUTHOR', 'orcid', orcid);
