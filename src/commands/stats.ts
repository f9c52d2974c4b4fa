import { nextRunText, sourcesOf, type SourceState } from '../graph/sources/sourceState.ts';
import { readSettings } from '../settings.ts';
import { openStore } from './openStore.ts';
import { sourceLines } from './sourceLines.ts';
import type { GraphStatistics } from '../graph/statistics.ts';

const labels: Readonly<Record<keyof GraphStatistics, string>> = {
  authorCount: 'authors',
  paperCount: 'papers',
  topicCount: 'topics',
  institutionCount: 'institutions',
  authorshipCount: 'authorships',
  collaborationCount: 'collaborations',
  citationLinkCount: 'citation links',
  papersTooLargeForCollaboration: 'papers too large for collaboration',
  asOf: 'as of',
};

/** Prints the statistics of the graph as text or as JSON. */
export const stats = async ({ json }: { json: boolean }): Promise<void> => {
  const settings = readSettings(process.env);
  const { syncMilliseconds } = settings;
  const store = await openStore(settings);
  try {
    const statistics = await store.statistics();
    const sources = sourcesOf(await store.documents());
    const text = json
      ? JSON.stringify(
          { ...statistics, sources: sources.map((each) => shownSource(each, syncMilliseconds)) },
          null,
          2,
        )
      : [
          isEmpty(statistics) ? emptyText : statisticsText(statistics),
          ...sourceLines(sources, syncMilliseconds),
        ].join('\n');
    process.stdout.write(`${text}\n`);
  } finally {
    await store.close();
  }
};

const isEmpty = ({ paperCount, authorCount, topicCount }: GraphStatistics): boolean =>
  paperCount + authorCount + topicCount === 0;

const emptyText =
  'The store is empty. Begin with your files: import <path...>, or with the papers of a person: sync openalex --orcid 0000-0002-1825-0097 --hops 1';

/** The state of a source without its progress, which may be long and is only needed by the next run. */
const shownSource = (state: SourceState, syncMilliseconds: number | undefined): object => {
  const { progress: _, ...shown } = state;
  return { ...shown, nextRun: nextRunText(state, syncMilliseconds) };
};

/** Writes one line for each count, with the numbers right-aligned. */
export const statisticsText = (statistics: GraphStatistics): string => {
  const rows = (Object.keys(labels) as (keyof GraphStatistics)[]).map((key) => {
    const value = statistics[key];
    return { label: labels[key], value: typeof value === 'number' ? value.toLocaleString('en-US') : value };
  });
  const figures = rows.filter(({ label }) => label !== labels.asOf);
  const width = Math.max(...figures.map(({ value }) => value.length));
  return [
    ...figures.map(({ label, value }) => `${value.padStart(width)} ${label}`),
    `as of ${statistics.asOf}`,
  ].join('\n');
};
