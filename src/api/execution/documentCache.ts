import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** The total length of all cached documents. A character takes about 140 bytes of memory as a syntax tree: 28 MB. */
const MAX_CHARACTERS = 200_000;

/**
 * Apollo's cache of parsed and validated documents. Apollo's own cache measures the length of the syntax tree as
 * JSON, which is a small part of its memory: clients that always send new texts could fill hundreds of megabytes.
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
