import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/**
 * The maximum total length of all cached documents, in characters. A syntax tree takes about 140 bytes of memory for
 * each character of its document, so the cache takes at most 28 MB.
 */
const MAX_CHARACTERS = 200_000;

/**
 * The cache of parsed and validated documents that Apollo uses. Apollo's default cache limits the size of the syntax
 * trees as JSON, but a tree takes much more memory: clients that always send new documents could fill hundreds of
 * megabytes.
 */
export const documentCache = () => {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ loc }) => Math.max(1, loc?.end ?? 0),
  });
  return {
    get: async (key: string) => documents.get(key),
    set: async (key: string, document: DocumentNode) => void documents.set(key, document),
    delete: async (key: string) => void documents.delete(key),
  };
};
