import type { PersonIds, RecordAffiliation, RecordAuthor } from '../../importRecord.ts';
import {
  filledList,
  objectOf,
  objectsOf,
  presentFields,
  statedList,
  statedText,
  textOf,
  textsOf,
  type JsonObject,
} from '../reading/jsonFields.ts';
import { isPlaceholder } from './placeholders.ts';
import { openAlexId } from './topicHierarchy.ts';

/** The maximum number of authors that OpenAlex lists for a work in answers of its API. */
export const MAX_LISTED_AUTHORS = 100;

const institutionTypes = new Map(
  Object.entries({
    archive: 'ARCHIVE',
    company: 'COMPANY',
    education: 'EDUCATION',
    facility: 'FACILITY',
    funder: 'FUNDER',
    government: 'GOVERNMENT',
    healthcare: 'HEALTHCARE',
    nonprofit: 'NONPROFIT',
    other: 'OTHER',
  }),
);

/**
 * Whether the list of authors is not complete: OpenAlex says so, or lists 100 or more authors and marks no author as
 * the last.
 */
export const isListCut = (work: JsonObject): boolean => {
  const listed = objectsOf(work['authorships']);
  return (
    work['is_authors_truncated'] === true ||
    (listed.length >= MAX_LISTED_AUTHORS && !listed.some((each) => each['author_position'] === 'last'))
  );
};

/**
 * The authors of a work in order. An unknown author has an empty name, so that the other authors keep their positions.
 */
export const authorsOf = (work: JsonObject): readonly RecordAuthor[] | undefined =>
  filledList(statedList(work['authorships'], authorOf));

const authorOf = (authorship: JsonObject): RecordAuthor => {
  const author = objectOf(authorship['author']);
  const openalex = openAlexId('AUTHOR', author['id']);
  if (isPlaceholder(openalex)) return { name: '' };
  const printedName = textOf(authorship['raw_author_name']);
  const name =
    textOf(author['display_name']) ?? printedName ?? (author['display_name'] as string | undefined) ?? '';
  if (name === '') return { name };
  const affiliations = affiliationsOf(authorship);
  return {
    name,
    ...presentFields<Omit<RecordAuthor, 'name'>>({
      printedName,
      ids: presentFields<PersonIds>({ orcid: statedText(author['orcid']), openalex }),
      corresponding: authorship['is_corresponding'] as boolean | undefined,
      affiliations: affiliations.length > 0 ? affiliations : undefined,
    }),
  };
};

/** Each institution with the printed affiliation that names it, then the other printed affiliations. */
const affiliationsOf = (authorship: JsonObject): RecordAffiliation[] => {
  const institutions = objectsOf(authorship['institutions']).filter((each) => textOf(each['display_name']));
  const lines = printedLines(authorship, institutions);
  const matched = institutions.map((institution) => {
    const line = lines.find(({ institutionIds }) =>
      institutionIds.includes(openAlexId('INSTITUTION', institution['id']) ?? ''),
    );
    return institutionOf(institution, line?.printed);
  });
  const named = new Set(matched.map(({ printed }) => printed));
  return [
    ...matched,
    ...lines.filter(({ printed }) => !named.has(printed)).map(({ printed }) => ({ printed })),
  ];
};

interface PrintedLine {
  printed: string;
  institutionIds: string[];
}

const printedLines = (authorship: JsonObject, institutions: readonly JsonObject[]): PrintedLine[] => {
  const linked = objectsOf(authorship['affiliations']).flatMap((affiliation) => {
    const printed = textOf(affiliation['raw_affiliation_string']);
    const ids = textsOf(affiliation['institution_ids']).flatMap((id) => openAlexId('INSTITUTION', id) ?? []);
    return printed === undefined ? [] : [{ printed, institutionIds: ids }];
  });
  if (linked.length > 0) return linked;
  const lines = textsOf(authorship['raw_affiliation_strings']);
  // Older works do not say which affiliation names which institution. It is certain only if there is one affiliation
  // and one institution.
  const only =
    lines.length === 1 && institutions.length === 1
      ? openAlexId('INSTITUTION', institutions[0]?.['id'])
      : undefined;
  return lines.map((printed) => ({ printed, institutionIds: only === undefined ? [] : [only] }));
};

const institutionOf = (institution: JsonObject, printed: string | undefined): RecordAffiliation => {
  const type = textOf(institution['type'])?.toLowerCase();
  const countryCode = textOf(institution['country_code'])?.toUpperCase();
  return (
    presentFields<RecordAffiliation>({
      printed,
      name: textOf(institution['display_name']),
      ids: presentFields({
        ror: statedText(institution['ror']),
        openalex: openAlexId('INSTITUTION', institution['id']),
      }),
      institutionType: type === undefined ? undefined : (institutionTypes.get(type) ?? 'OTHER'),
      countryCode,
    }) ?? {}
  );
};
