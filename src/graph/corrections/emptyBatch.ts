import { perNamedKind } from '../model/kinds.ts';
import type { StoreBatch } from '../storeSession.ts';

export const emptyBatch = (): StoreBatch => ({
  named: perNamedKind(() => []),
  paperKeys: [],
  broader: [],
  merges: [],
  papers: [],
  citations: [],
  removals: [],
  kept: [],
});
