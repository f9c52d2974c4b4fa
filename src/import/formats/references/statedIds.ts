import { identifierKey, referenceKey } from '../../../graph/model/identifiers.ts';
import { parseId, type EntityId } from '../../../graph/model/ids.ts';
import { withoutLinkCommands } from '../../../graph/model/withoutLinkCommands.ts';
import type { PaperIds } from '../../importRecord.ts';

/** The parts of a reference that may identify its paper, most reliable first. */
export interface IdStatements {
  doi?: string | undefined;
  arxiv?: string | undefined;
  /** Ids of this program (`paper:doi:…`), as its exports write them. */
  entityIds?: readonly (string | undefined)[];
  /** URLs. Those of doi.org, arxiv.org and the catalogues may identify the paper. */
  addresses?: readonly string[];
  /** Citation keys. Some are identifiers: `DBLP:conf/acl/X`, and the keys that our exports write. */
  citationKeys?: readonly (string | undefined)[];
  /** Texts that may mention an identifier, such as `arXiv preprint arXiv:1706.03762`. */
  mentions?: readonly (string | undefined)[];
}

const schemeWords = ['doi', 'arxiv', 'openalex', 'acl', 'dblp', 's2', 's2sha'] as const;

const mentionPatterns = {
  doi: /\bdoi:\s{0,3}(10\.\d{4,9}\/\S+)/i,
  arxiv: /\barxiv:\s{0,3}(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i,
} as const;

/** The identifiers of a paper, for each scheme the most reliable one. */
export const statedIds = (statements: IdStatements): PaperIds | undefined => {
  const ids: PaperIds = {};
  const add = (key: EntityId | undefined): void => {
    const parts = key === undefined ? undefined : parseId(key);
    const word = schemeWords.find((each) => each === parts?.scheme);
    if (parts?.kind === 'PAPER' && word !== undefined) ids[word] ??= parts.key;
  };
  const { doi, arxiv, entityIds = [], addresses = [], citationKeys = [], mentions = [] } = statements;
  // a DOI or arXiv id is kept even if it is invalid, so that the report lists it
  if (doi !== undefined) ids.doi = doi;
  if (arxiv !== undefined) ids.arxiv = arxiv;
  entityIds.forEach(add);
  for (const address of addresses.map(withoutLinkCommands).filter(isAddress)) {
    for (const word of schemeWords) add(identifierKey('PAPER', word, address));
  }
  for (const key of citationKeys) if (key !== undefined && !isShortened(key)) add(referenceKey(key));
  for (const mention of mentions) {
    for (const word of ['doi', 'arxiv'] as const) {
      const value = mentionPatterns[word].exec(mention ?? '')?.[1];
      if (value !== undefined) add(identifierKey('PAPER', word, value));
    }
  }
  return Object.keys(ids).length > 0 ? ids : undefined;
};

/**
 * Whether a text is a URL, with or without https. Plain numbers are not, because they could be ids in any catalogue.
 */
const isAddress = (text: string): boolean => /^(?:https?:\/\/|[\w-]+(?:\.[\w-]+)+\/)\S/i.test(text.trim());

/** Whether a citation key ends with a checksum. Exports add one if a part of the identifier is missing from the key. */
const isShortened = (citationKey: string): boolean => /-[0-9a-f]{10}$/.test(citationKey);
