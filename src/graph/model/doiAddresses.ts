/*
 * Recognizes web addresses that contain a DOI. Only hosts are listed whose owners make the path of an address from the
 * DOI alone. On other hosts, the text after the DOI may be another identifier.
 */

/**
 * Hosts that lead from a DOI to the paper. The proxy of a library changes doi.org, for example, to
 * `doi-org.proxy.example.edu` or `doi.org.proxy.example.edu`. hdl.handle.net accepts DOIs, because every DOI is also a
 * handle.
 */
const resolvers =
  '(?:(?:dx[.-]|www\\.)*doi[.-]org(?:\\.[\\w.-]+)?|(?:www\\.)?oadoi\\.org|api\\.(?:unpaywall|oadoi)\\.org(?:/v2)?|hdl\\.handle\\.net|doi\\.acm\\.org|doi\\.ieeecomputersociety\\.org|api\\.crossref\\.org/works)/+\\s*(?:doi:\\s*)?';

/**
 * Matches what may precede a DOI in a text. Some texts have several of these prefixes, for example
 * `DOI:https://doi.org/`.
 */
export const doiPrefixes = new RegExp(`^(?:(?:https?:/+)?${resolvers}|(?:urn:|info:)?doi[:/]?\\s*)`, 'i');

/** Names of views of a page that people copy together with the address, each after the two parts of a DOI. */
const view = '(?:e?pdf|epub|full|fulltext|abstract|summary)';

/**
 * Matches what may follow a DOI in a web address: the name of a view, slashes, a session id, a query and a fragment. A
 * DOI may itself contain `?` and `#`, which some sources do not encode, for example `3.0.CO;2-#`. Such a character is
 * treated as a part of the address, not of the DOI, only if a name follows it, as in `?journal=x` or `#abstract`.
 */
export const doiAddressEnd = new RegExp(
  `(?:/${view}(?<=10\\.\\d{4,9}(?:/|%2f)[^?#]{1,300}/${view}))?/*(?:;jsessionid=[^?#]*)?(?:\\?(?:[\\w.-]+=\\S*|nosfx|noredirect|nols|auth|cert|ignore_aliases))?(?:#[a-z][\\w.:~-]*)?$`,
  'i',
);

/** The address of a DOI. Its last slash is encoded if it would be taken for the beginning of a view. */
export const doiAddress = (value: string): string =>
  `https://doi.org/${encodeURI(value)
    .replace(/[#?]/g, encodeURIComponent)
    .replace(new RegExp(`/(?=${view}$)`, 'i'), '%2F')}`;

/** Publishers whose pages of articles are at `/doi/<DOI>`, or at `/doi/<view>/<DOI>` with a word such as `full`. */
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
 * Returns a DOI in the spelling in which it is stored: in lower case, because case does not matter in a DOI. Of several
 * DOIs, as in `10.1000/a; 10.1000/b`, it returns the first. It removes backslashes, which are escapes of TeX or
 * Markdown, and what is not a part of the DOI: words after it such as `[doi]` or `Epub 2019`, and a query for a
 * download.
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
    .replace(/\\([_&%#$~{}<>()[\]/])/g, '$1')
    .toLowerCase();
