/*
 * Recognizes web addresses that contain a DOI. Only hosts are listed whose owners make the path of an address from the
 * DOI alone. On other hosts, the text after the DOI may be another identifier.
 */

/**
 * Resolvers. A proxy of a library writes doi-org before its own host, or its host after doi.org. A DOI is also a handle
 * with the same name.
 */
const resolvers =
  '(?:(?:dx[.-]|www\\.)?doi[.-]org(?:\\.[\\w.-]+)?|hdl\\.handle\\.net|doi\\.acm\\.org|doi\\.ieeecomputersociety\\.org|api\\.crossref\\.org/works)/+(?:doi:)?';

/** What may precede a DOI. Some values have several of these, for example `DOI:https://doi.org/`. */
export const doiPrefixes = new RegExp(`^(?:(?:https?:/+)?${resolvers}|(?:urn:|info:)?doi[:/]?\\s*)`, 'i');

/**
 * What may follow a DOI in a web address: slashes, a query and a fragment. A DOI may itself contain `?` and `#`, which
 * some sources do not encode, for example `3.0.CO;2-#`. Such a character is treated as a part of the address, not of
 * the DOI, only if a name follows it, as in `?journal=x` or `#abstract`.
 */
export const doiAddressEnd = /\/*(?:\?[\w.-]+=\S*)?(?:#[a-z][\w.:~-]*)?$/i;

/** Publishers whose pages of articles are at /doi/, followed by the DOI, perhaps with a word for the view before it. */
const hostsWithDoiPath = [
  ...['dl\\.acm\\.org', '(?:[\\w-]+\\.)?onlinelibrary\\.wiley\\.com', '(?:www\\.)?tandfonline\\.com'],
  ...['journals\\.sagepub\\.com', 'pubs\\.acs\\.org', '(?:www\\.)?science\\.org', '(?:www\\.)?pnas\\.org'],
  ...['epubs\\.siam\\.org', 'pubsonline\\.informs\\.org', '(?:www\\.)?annualreviews\\.org'],
  ...['(?:www\\.)?worldscientific\\.com', '(?:www\\.)?nejm\\.org', '(?:www\\.)?liebertpub\\.com'],
  ...['(?:www\\.)?journals\\.uchicago\\.edu', 'royalsocietypublishing\\.org', 'ascelibrary\\.org'],
  'arc\\.aiaa\\.org',
];

/**
 * The pages of publishers. Addresses of other hosts are not recognized, because it is not known where the DOI ends in
 * them.
 */
export const doiPages = {
  prefixes: new RegExp(
    `^(?:https?://)?(?:(?:${hostsWithDoiPath.join('|')})/doi/(?:[a-z]+/)?|link\\.springer\\.com/(?:(?:article|chapter|book|protocol|referenceworkentry|content/pdf)/)?)(?=10\\.\\d{4,9}/)`,
    'i',
  ),
  /** Endings that name a view of a page, such as `/full` or `.pdf`. No DOI of these publishers ends in them. */
  suffixes:
    /(?:\/(?:abstract|full|pdf|epdf|epub|meta|fulltext(?:\.html)?|(?:figures|tables)\/\d+)|\.pdf|\/)+$/i,
};

/**
 * Lower case, because case does not matter in a DOI. Of several DOIs, as in `10.1000/a; 10.1000/b`, only the first is
 * meant: no DOI has a blank before another DOI. A backslash before a character is an escape of TeX or Markdown: DOIs
 * have no backslashes. Words such as `[doi]` or `Epub 2019` after a DOI, and a query for a download, are no part of it.
 */
export const doiSpelling = (value: string): string =>
  value
    .replace(/[;,|]?\s+(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)?10\.\d{4,9}\/.*$/is, '')
    .replace(/^(10\.\d{4,9})\s*\/\s*/, '$1/')
    .replace(
      /\s+(?:[[(]|(?:epub|accessed|available|retrieved|published|online|pmid|pii|eid|issn|isbn)\b).*$/is,
      '',
    )
    .replace(/\?download=\S*$|&+$/, '')
    .replace(/\\([_&%#$~{}<>()[\]])/g, '$1')
    .toLowerCase();
