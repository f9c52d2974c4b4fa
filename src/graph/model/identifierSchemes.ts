import type { IdentifierScheme } from './entities.ts';
import { doiAddress, doiAddressEnd, doiPages, doiPrefixes, doiSpelling } from './doiAddresses.ts';
import type { EntityKind } from './entityKinds.ts';

/** A scheme of identifiers, such as DOI or ORCID. */
export interface IdentifierSchemeRow {
  /** The word for the scheme in ids and import records. */
  word: string;
  scheme: IdentifierScheme;
  /** Whether an entity has at most one id of the scheme, so that two different ids always belong to two entities. */
  isCatalogue?: true;
  /** Whether the catalogue merges duplicate entries, so that one entity can have an old and a new id. */
  mergesEntries?: true;
  /** Whether an entity has at most one identifier of the scheme, although the scheme is not a catalogue. */
  isUnique?: true;
  /**
   * Whether sources often assign an identifier of the scheme to the wrong person. Such an identifier joins two records
   * only if their names agree, too.
   */
  isDoubtful?: true;
  /** The text that may precede the value, such as the address of a resolver or a prefix, in upper or lower case. */
  prefixes: RegExp;
  /** Web addresses of pages about an entity, which contain the value: what precedes it and what may follow it. */
  pages?: { prefixes: RegExp; suffixes: RegExp };
  /** What may follow the value in a web address, before percent-encoding is decoded; by default a query and fragment. */
  addressEnd?: RegExp;
  /** The text that may follow the value, such as a file extension or a version. */
  suffixes?: RegExp;
  /** The form of a valid value for each kind of entity that the scheme identifies. */
  values: Partial<Record<EntityKind, RegExp>>;
  /** The kind of entity whose identifiers in this scheme are names. A full stop at the end of a name is kept. */
  names?: EntityKind;
  /** The form of values that the catalogue makes from a name alone, so that people of the same name share a value. */
  fromNames?: RegExp;
  /** The form of values that curators of the catalogue assign to distinguish people with similar names. */
  tellsPeopleApart?: RegExp;
  /** Changes the spelling of a value to the one that `values` matches. */
  spelling?: (value: string) => string;
  /** Whether the check digits of a value are right. */
  isValid?: (value: string) => boolean;
  url(value: string, kind: EntityKind): string | null;
}

const arxivHosts = '(?:[a-z]+\\.)?arxiv\\.org|(?:www\\.)?alphaxiv\\.org|ar5iv\\.(?:labs\\.arxiv\\.)?org';

/**
 * All schemes in order of preference: the id of an entity is made from its identifier in the first of these schemes in
 * which it has one.
 */
export const identifierSchemeRows: readonly IdentifierSchemeRow[] = [
  {
    word: 'orcid',
    scheme: 'ORCID',
    isUnique: true,
    isDoubtful: true,
    prefixes: /^(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/|orcid(?:\s*id)?:?\s*)/i,
    suffixes: /\/$/,
    values: { AUTHOR: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/ },
    spelling: (value) =>
      value
        .toUpperCase()
        .replace(/[-\s]/g, '')
        .replace(/^(.{4})(.{4})(.{4})(.{4})$/, '$1-$2-$3-$4'),
    isValid: (value) => orcidCheckDigit(value) === value.at(-1),
    url: (value) => `https://orcid.org/${value}`,
  },
  {
    word: 'ror',
    scheme: 'ROR',
    isUnique: true,
    prefixes: /^(?:(?:https?:\/\/)?(?:www\.|api\.)?ror\.org\/(?:organizations\/)?|ror:\s*)/i,
    suffixes: /\/$/,
    values: { INSTITUTION: /^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/ },
    spelling: (value) => value.toLowerCase(),
    isValid: (value) => rorCheckDigits(value) === value.slice(-2),
    url: (value) => `https://ror.org/${value}`,
  },
  {
    word: 'doi',
    scheme: 'DOI',
    prefixes: doiPrefixes,
    pages: doiPages,
    addressEnd: doiAddressEnd,
    values: { PAPER: /^10\.\d{4,9}\/.+$/ },
    spelling: doiSpelling,
    url: doiAddress,
  },
  {
    word: 'arxiv',
    scheme: 'ARXIV',
    prefixes: new RegExp(
      `^(?:(?:https?://)?(?:${arxivHosts})/(?:abs|pdf|html|format|ps|e-print|src|overview)/|arxiv:\\s*|(?:https?://(?:dx\\.)?doi\\.org/)?10\\.48550/arxiv\\.)`,
      'i',
    ),
    suffixes: /\s*\[[\w.-]+\]$|\.pdf$|v\d+$/i,
    values: { PAPER: /^(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/ },
    // removes the subject class from old ids (`math.AG/0601001` becomes `math/0601001`) and an archive name before new
    // ids (`cs/1706.03762`), because sources add them although they are not part of the id
    spelling: (value) =>
      value
        .toLowerCase()
        .replace(/^([a-z-]+)\.[a-z-]{2,}\//, '$1/')
        .replace(/^[a-z-]+\/(?=\d{4}\.\d{4,5}$)/, ''),
    url: (value) => `https://arxiv.org/abs/${value}`,
  },
  {
    word: 'openalex',
    scheme: 'OPENALEX',
    isCatalogue: true,
    mergesEntries: true,
    prefixes:
      /^(?:(?:https?:\/\/)?(?:www\.|api\.|explore\.)?openalex\.org\/|openalex:\s*)?(?:(?:works|authors|institutions|topics)\/)?/i,
    values: {
      PAPER: /^W\d{1,12}$/,
      AUTHOR: /^A\d{1,12}$/,
      INSTITUTION: /^I\d{1,12}$/,
      TOPIC: /^(?:T\d{1,12}|(?:domains|fields|subfields)\/\d{1,6})$/,
    },
    spelling: (value) => (value.includes('/') ? value.toLowerCase() : value.toUpperCase()),
    url: (value) => `https://openalex.org/${value}`,
  },
  {
    word: 'acl',
    scheme: 'ACL_ANTHOLOGY',
    isCatalogue: true,
    prefixes:
      /^(?:https?:\/\/)?(?:www\.)?(?:aclanthology\.org|aclanthology\.info\/papers|aclweb\.org\/anthology(?:-new)?)\/(?:people\/(?:[a-z]\/)?)?(?:[A-Z]\/[A-Z]\d\d\/)?/i,
    suffixes: /(?:v\d+)?\.(?:pdf|bib|xml|endf)$|\/$/i,
    values: {
      PAPER: /^(?:[A-Z]\d{2}-\d{4}|\d{4}\.[a-z0-9_]+-[A-Za-z0-9_]+\.\d+)$/,
      AUTHOR: /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:\/unverified)?$/,
    },
    fromNames: /\/unverified$/,
    tellsPeopleApart: /^(?!.*\/unverified$)/,
    spelling: (value) => (/^[a-z]\d{2}-\d{4}$/.test(value) ? value.toUpperCase() : value),
    url: (value, kind) =>
      kind === 'AUTHOR' ? `https://aclanthology.org/people/${value}/` : `https://aclanthology.org/${value}/`,
  },
  {
    word: 'dblp',
    scheme: 'DBLP',
    isCatalogue: true,
    prefixes:
      /^(?:(?:https?:\/\/)?(?:www\.)?dblp\.(?:org|uni-trier\.de|dagstuhl\.de)\/(?:rec|pid)\/(?:(?:bibtex|bib\d?|html|xml|rdf|nt|ris)\/)?|dblp:\s*)/i,
    suffixes: /\.(?:html|xml|bib|rdf|nt|ris)$/i,
    values: { PAPER: /^[a-z]+\/\S{1,200}$/, AUTHOR: /^\S.{0,199}$/ },
    names: 'AUTHOR',
    tellsPeopleApart: / \d{4}$/,
    url: (value, kind) => {
      if (kind === 'PAPER') return `https://dblp.org/rec/${encodeURI(value)}`;
      return /^[\w-]+\/[\w-]+$/.test(value) ? `https://dblp.org/pid/${value}` : null;
    },
  },
  {
    word: 's2',
    scheme: 'SEMANTIC_SCHOLAR',
    isCatalogue: true,
    mergesEntries: true,
    prefixes:
      /^(?:(?:https?:\/\/)?(?:www\.|api\.)?semanticscholar\.org\/(?:author\/(?:[^/]+\/)?|CorpusID:)|corpusid:\s*)/i,
    values: { PAPER: /^\d{1,15}$/, AUTHOR: /^\d{1,15}$/ },
    url: (value, kind) =>
      kind === 'AUTHOR'
        ? `https://www.semanticscholar.org/author/${value}`
        : `https://api.semanticscholar.org/CorpusID:${value}`,
  },
  {
    // `s2sha` is the hexadecimal id of a paper in the addresses and in the Graph API of Semantic Scholar. The scheme
    // `s2` above has the corpus id, which is a number
    word: 's2sha',
    scheme: 'SEMANTIC_SCHOLAR',
    prefixes:
      /^(?:https?:\/\/)?(?:www\.|api\.)?semanticscholar\.org\/(?:graph\/v1\/)?paper\/(?:[^/]+\/)?(?=[0-9a-f]{40})/i,
    values: { PAPER: /^[0-9a-f]{40}$/ },
    spelling: (value) => value.toLowerCase(),
    url: (value) => `https://www.semanticscholar.org/paper/${value}`,
  },
];

/** The check character of an ORCID, ISO/IEC 7064 MOD 11-2 over its first fifteen digits. */
const orcidCheckDigit = (orcid: string): string => {
  let total = 0;
  for (const digit of orcid.replaceAll('-', '').slice(0, 15)) total = (total + Number(digit)) * 2;
  const result = (12 - (total % 11)) % 11;
  return result === 10 ? 'X' : String(result);
};

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/** The check digits of a ROR, ISO/IEC 7064 MOD 97-10 over its other characters as a number in Crockford's base 32. */
const rorCheckDigits = (ror: string): string => {
  let number = 0;
  for (const character of ror.slice(0, -2)) number = number * 32 + crockford.indexOf(character);
  return String(98 - ((number * 100) % 97)).padStart(2, '0');
};
