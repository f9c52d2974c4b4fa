import { entityKinds } from './model/entities.ts';
import { identifierKey } from './model/identifiers.ts';
import { parseId, type EntityId } from './model/ids.ts';

const schemes = ['orcid', 'ror', 'doi', 'arxiv', 'openalex', 'acl', 'dblp', 's2'];
/** The schemes whose values are recognized without a URL. Values of the others look like words. */
const distinctSchemes = ['orcid', 'ror', 'doi', 'arxiv', 'openalex'];

/** The ids that a text may mean: an id, an identifier such as a DOI, or a URL with one. Empty for other texts. */
export const possibleIds = (text: string): EntityId[] => {
  const trimmed = text.trim();
  if (parseId(trimmed)) return [trimmed];
  const found = /^https?:\/\//i.test(trimmed) ? schemes : distinctSchemes;
  return found.flatMap((scheme) => entityKinds.flatMap((kind) => identifierKey(kind, scheme, trimmed) ?? []));
};
