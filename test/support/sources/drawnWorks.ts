import type { Work } from './simulatedOpenAlex.ts';

/** The person whom the works are drawn around. */
export const ada = { id: 'https://openalex.org/A1', orcid: '0000-0002-1825-0097', name: 'Ada Lovelace' };
export const ROR = '03vek6s52';

const authorId = (number: number): string => `https://openalex.org/A${number}`;

const authorship = (number: number, place: number, count: number) => ({
  author_position: place === 0 ? 'first' : place === count - 1 ? 'last' : 'middle',
  author: {
    id: authorId(number),
    display_name: number === 1 ? ada.name : `Person Number${number}`,
    orcid: number === 1 ? `https://orcid.org/${ada.orcid}` : null,
  },
  institutions: [
    {
      id: `https://openalex.org/I${number % 7}1`,
      display_name: `Institute ${number % 7}`,
      ror: number % 7 === 0 ? `https://ror.org/${ROR}` : undefined,
      country_code: 'DE',
      type: 'education',
    },
  ],
  raw_author_name: number === 1 ? ada.name : `Person Number${number}`,
  raw_affiliation_strings: [`Institute ${number % 7}, Berlin`],
});

/** A work as OpenAlex describes it; the numbers are those of its authors. */
export const work = (number: number, authors: readonly number[], more: object = {}): Work => ({
  id: `https://openalex.org/W${number}`,
  doi: `https://doi.org/10.5555/w${number}`,
  title: `Work number ${number}`,
  publication_year: 2000 + (number % 20),
  publication_date: `${2000 + (number % 20)}-03-0${1 + (number % 9)}`,
  created_date: '2020-01-01',
  updated_date: '2020-01-01',
  type: 'article',
  cited_by_count: number % 50,
  is_retracted: false,
  authorships: authors.map((author, place) => authorship(author, place, authors.length)),
  topics: [topic(number % 5)],
  referenced_works: number > 1 ? [`https://openalex.org/W${number - 1}`] : [],
  abstract_inverted_index: { An: [0], abstract: [1], number: [2], [String(number)]: [3] },
  ...more,
});

const topic = (number: number) => ({
  id: `https://openalex.org/T1000${number}`,
  display_name: `Topic ${number}`,
  score: 0.9,
  subfield: { id: 'https://openalex.org/subfields/1702', display_name: 'Artificial Intelligence' },
  field: { id: 'https://openalex.org/fields/17', display_name: 'Computer Science' },
  domain: { id: 'https://openalex.org/domains/3', display_name: 'Physical Sciences' },
});

/** Works of Ada with changing co-authors, and as many works of these without her. */
export const adasWorks = (count: number, coauthors = 20): Work[] =>
  Array.from({ length: count * 2 }, (_, index) => {
    const coauthor = 2 + (index % coauthors);
    return index < count
      ? work(index + 1, [1, coauthor])
      : work(index + 1, [coauthor, 2 + ((index + 1) % coauthors), 1000 + (index % 50)]);
  });
