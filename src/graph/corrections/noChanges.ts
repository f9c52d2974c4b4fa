import { perNamedKind } from '../model/kinds.ts';
import type { StoreChanges } from '../storeSession.ts';

export const noChanges = (): StoreChanges => ({
  named: perNamedKind(() => []),
  paperKeys: [],
  broader: [],
  merges: [],
  papers: [],
  citations: [],
  removals: [],
  kept: [],
});
