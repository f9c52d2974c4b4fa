import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Of all documents kept, in characters: each takes some 140 bytes of memory, so 28 MB in all. */
const MOST_CHARACTERS = 200_000;

/**
 * Where Apollo keeps documents that were read and found valid. Its own bound goes by their length as JSON, which is
 * a small part of what they take: strangers who send new texts all the time could fill hundreds of megabytes.
 */
export const documentCache = () => {
  const kept = new LRUCache<string, DocumentNode>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ loc }) => Math.max(1, loc?.end ?? 0),
  });
  return {
    get: async (key: string) => kept.get(key),
    set: async (key: string, document: DocumentNode) => void kept.set(key, document),
    delete: async (key: string) => void kept.delete(key),
  };
};
