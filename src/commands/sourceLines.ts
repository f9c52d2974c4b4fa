import { nextRunText, scopeText, type SourceState } from '../graph/sources/sourceState.ts';

/**
 * One line for each source: what it reads, how its last run ended, and when a server reads it next. If the last run
 * failed, a second line has the error.
 */
export const sourceLines = (
  sources: readonly SourceState[],
  syncMilliseconds: number | undefined,
): string[] =>
  sources.flatMap((state) => {
    const { name, service, scope, recordCount, lastSuccess, lastError } = state;
    const next = nextRunText(state, syncMilliseconds);
    return [
      [
        `${name}: ${service}, ${scopeText(scope)}; ${recordCount.toLocaleString('en-US')} records`,
        lastSuccess === null ? 'not complete yet' : `up to date as of ${lastSuccess}`,
        ...(next === null ? [] : [`next run ${next}`]),
      ].join(', '),
      ...(lastError === null ? [] : [`  the last run failed: ${lastError}`]),
    ];
  });
