import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { openEmbeddedStore } from '../../../src/embedded/index.ts';
import type { GraphStore } from '../../../src/graph/store.ts';
import type { GraphStatistics } from '../../../src/graph/statistics.ts';
import { drawnBibliography } from '../../support/bibliography/drawnBibliography.ts';
import { correctionTimes, printCorrections } from '../corrections.ts';
import { measureCheapQuery } from '../cheapQuery.ts';
import { measureQuestions, type QuestionTimes } from '../growthQuestions.ts';
import { measuredProgram } from '../measuredProgram.ts';
import { scratchFolder } from '../prepared.ts';
import { secondsToReady } from '../secondsToReady.ts';
import { chosenStarts } from '../starts.ts';
import { printTable, times } from '../table.ts';
import { quantile } from '../timing.ts';

const FEW_PAPERS = 75_000;

interface Measured {
  statistics: GraphStatistics;
  import: { seconds: number; peakMegabytes: number };
  /** Start of the server until it is ready, with the graph computed and with the saved graph, in seconds. */
  starts: [number, number];
  questions: QuestionTimes[];
  /** In milliseconds, while other clients ask for paths and suggestions. */
  cheapQueries: number[];
  corrections: Awaited<ReturnType<typeof correctionTimes>>;
}

/** Compares the embedded store with a drawn bibliography of 75,000 papers and with a larger one. */
export const measureGrowth = async (papers: number): Promise<void> => {
  if (!(papers > FEW_PAPERS)) {
    throw new RangeError(
      `--times ${papers} is not larger than ${FEW_PAPERS}, the number of papers to compare with.`,
    );
  }
  const [small, large] = [await measured(FEW_PAPERS), await measured(papers)] as const;
  const sizes = [small, large].map(({ statistics }) => `${statistics.paperCount} papers`);
  printTable(
    'Embedded store',
    ['', ...sizes, 'ratio'],
    [
      ...(
        ['authorCount', 'topicCount', 'institutionCount', 'collaborationCount', 'citationLinkCount'] as const
      ).map((name) => row(name, small.statistics[name], large.statistics[name])),
      row('import, s', small.import.seconds, large.import.seconds),
      row('peak memory of the import, MB', small.import.peakMegabytes, large.import.peakMegabytes),
      row('start until ready, graph computed, s', small.starts[0], large.starts[0]),
      row('start until ready, graph saved, s', small.starts[1], large.starts[1]),
      row(
        'cheap query while 8 clients ask for paths and suggestions, p99 ms',
        quantile(small.cheapQueries, 0.99),
        quantile(large.cheapQueries, 0.99),
      ),
    ],
  );
  printTable(
    'Calls of the embedded store, in milliseconds',
    ['call', `${sizes[0]!}: median`, 'p99', `${sizes[1]!}: median`, 'p99', 'ratio of medians'],
    small.questions.map(({ title, median, p99 }, index) => {
      const other = large.questions[index]!;
      return [title, median, p99, other.median, other.p99, times(other.median / median)];
    }),
  );
  printCorrections('Corrections', [
    [sizes[0]!, small.corrections],
    [sizes[1]!, large.corrections],
  ]);
};

const storeOf = async <Result>(
  directory: string,
  work: (store: GraphStore) => Promise<Result>,
): Promise<Result> => {
  const store = await openEmbeddedStore({ directory });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

const row = (title: string, small: number, large: number) => [title, small, large, times(large / small)];

const measured = async (papers: number): Promise<Measured> => {
  const folder = scratchFolder('growth');
  const directory = join(folder, 'store');
  const file = join(folder, 'papers.jsonl.gz');
  try {
    console.log(`Drawing ${papers} papers …`);
    await pipeline(Readable.from(linesOf(papers)), createGzip({ level: 1 }), createWriteStream(file));
    console.log('Importing …');
    const imported = await measuredProgram(['import', file], { DATA_DIR: directory });
    const savedGraph = join(directory, 'graph.memory');
    rmSync(savedGraph, { force: true });
    const computed = await secondsToReady(directory, () => existsSync(savedGraph));
    const starts: Measured['starts'] = [computed, await secondsToReady(directory)];
    const store = await openEmbeddedStore({ directory });
    const chosen = await chosenStarts(store);
    const questions = await measureQuestions(store, chosen);
    const statistics = await store.statistics();
    await store.close();
    const cheapQueries = await measureCheapQuery(directory, chosen);
    const corrections = await storeOf(directory, correctionTimes);
    return { statistics, import: imported, starts, questions, cheapQueries, corrections };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

function* linesOf(papers: number): Generator<string> {
  for (const record of drawnBibliography(papers)) yield `${JSON.stringify(record)}\n`;
}
