import { entityKinds } from './model/entityKinds.ts';
import { identifierKey } from './model/identifiers.ts';
import { parseId, type EntityId } from './model/ids.ts';

const schemes = ['orcid', 'ror', 'doi', 'arxiv', 'openalex', 'acl', 'dblp', 's2'];
/** The schemes whose values are recognized even outside of a URL. Values of the other schemes look like words. */
const distinctSchemes = ['orcid', 'ror', 'doi', 'arxiv', 'openalex'];

/**
 * The ids that a search text may mean. The text may be an id, an identifier such as a DOI, or a URL that contains an
 * identifier. Empty for all other texts.
 */
export const possibleIds = (text: string): EntityId[] => {
  const trimmed = text.trim();
  if (parseId(trimmed)) return [trimmed];
  const found = /^https?:\/\//i.test(trimmed) ? schemes : distinctSchemes;
  return found.flatMap((scheme) => entityKinds.flatMap((kind) => identifierKey(kind, scheme, trimmed) ?? []));
};
