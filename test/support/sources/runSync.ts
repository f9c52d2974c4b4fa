import type { SourceScope } from '../../../src/graph/sources/sourceState.ts';
import type { GraphStore } from '../../../src/graph/store.ts';
import { syncSource, type SyncOptions, type SyncOutcome } from '../../../src/sources/syncSource.ts';

/** Runs a sync with waits that suit a test. */
export const runSync = (
  store: GraphStore,
  url: string,
  {
    scope,
    apiKey,
    budgetUsd,
    ...options
  }: Partial<SyncOptions> & { scope?: SourceScope; apiKey?: string; budgetUsd?: number } = {},
): Promise<SyncOutcome> =>
  syncSource({
    store,
    name: 'test',
    service: 'openalex',
    ...(scope && { scope }),
    settings: {
      contact: 'ada@example.org',
      openAlex: { url, apiKey, budgetUsd },
      semanticScholar: { url, apiKey },
    },
    collaborationCap: 100,
    signal: new AbortController().signal,
    confirm: async () => true,
    retries: { firstWait: 5 },
    limits: { requestMilliseconds: 1_500, bodyBytes: 4_000_000 },
    ...options,
  });
