import type { Work } from './simulatedOpenAlex.ts';

interface Authorship {
  author: { id: string; orcid?: string | null };
  institutions?: { ror?: string }[];
}

const authorshipsOf = (work: Work): Authorship[] => (work['authorships'] ?? []) as Authorship[];

/** The values that a work has for a field of a filter. */
const valuesOf: Readonly<Record<string, (work: Work) => (string | null | undefined)[]>> = {
  'authorships.author.id': (work) => authorshipsOf(work).map(({ author }) => author.id.split('/').at(-1)),
  'authorships.author.orcid': (work) => authorshipsOf(work).map(({ author }) => author.orcid),
  'authorships.institutions.ror': (work) =>
    authorshipsOf(work).flatMap(({ institutions = [] }) => institutions.map(({ ror }) => ror)),
  type: (work) => [work['type'] as string],
};

const dateFields: Readonly<Record<string, string>> = {
  from_publication_date: 'publication_date',
  from_updated_date: 'updated_date',
  from_created_date: 'created_date',
};

/** Whether a work passes a filter, `field:value|value,field:value`. */
export const matches = (work: Work, filter: string): boolean =>
  filter.split(',').every((part) => {
    const separator = part.indexOf(':');
    const [field, value] = [part.slice(0, separator), part.slice(separator + 1)];
    const dateField = dateFields[field];
    if (dateField !== undefined) return ((work[dateField] as string | undefined) ?? '') >= value;
    const values = valuesOf[field]?.(work) ?? [];
    return value.split('|').some((each) => values.includes(each));
  });
