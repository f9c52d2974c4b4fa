import { identifierKey } from '../../../graph/model/identifiers.ts';
import type { EntityKind } from '../__generated__/graphql.ts';
import { parseAddress } from '../address.ts';

const kinds: readonly EntityKind[] = ['AUTHOR', 'PAPER', 'TOPIC', 'INSTITUTION'];
const schemes = ['orcid', 'ror', 'doi', 'arxiv', 'openalex', 'acl', 'dblp', 's2'];
/** The schemes whose values are recognized without a prefix or URL. Values of the others look like words. */
const distinctSchemes = ['orcid', 'ror', 'doi', 'arxiv', 'openalex'];
const idPattern = /^(?:author|paper|topic|institution):[\w-]+:\S+$/;

/** The ids that a text may mean: an id, an identifier such as a DOI, or a URL with one. Empty for other texts. */
export const possibleIds = (text: string): string[] => {
  if (idPattern.test(text)) return [text];
  const isUrl = /^https?:\/\//i.test(text);
  const ids = (isUrl ? schemes : distinctSchemes).flatMap((scheme) =>
    kinds.map((kind) => identifierKey(kind, scheme, text)).filter((id) => id !== undefined),
  );
  return isUrl ? [...explorerIds(text), ...ids] : ids;
};

/** The ids in the address of a page of this explorer. */
const explorerIds = (url: string): string[] => {
  if (!URL.canParse(url)) return [];
  const address = parseAddress(new URL(url));
  return address.view === 'entity' ? address.ids.filter((id) => idPattern.test(id)) : [];
};
