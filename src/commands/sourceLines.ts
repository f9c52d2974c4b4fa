import { scopeText, type SourceState } from '../graph/sources/sourceState.ts';

/** One line for each source, with what it reads and how its last run ended, and one more for an error. */
export const sourceLines = (sources: readonly SourceState[]): string[] =>
  sources.flatMap(({ name, service, scope, recordCount, lastSuccess, lastError }) => [
    `${name}: ${service}, ${scopeText(scope)}; ${recordCount.toLocaleString('en-US')} records, ${lastSuccess === null ? 'not complete yet' : `up to date as of ${lastSuccess}`}`,
    ...(lastError === null ? [] : [`  the last run failed: ${lastError}`]),
  ]);
