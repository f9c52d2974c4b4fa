import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import type { DuplicateCandidate } from '../../src/graph/identity/duplicates.ts';
import { duplicatePosition } from '../../src/graph/identity/duplicates.ts';
import { labelOf } from '../../src/graph/model/entities.ts';
import { fromUnits } from '../../src/graph/units.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { runImport } from '../../src/import/runImport.ts';
import { changeTimes, reportCandidatePages, reportChanges } from './candidateTimes.ts';
import { measureCorrections } from './corrections.ts';
import { reportMixtures, sharedNames, thrownTogether } from './mixtures.ts';
import { readAnthologySpellings, type SpelledPaper } from '../support/realData/anthology.ts';
import { recordsFormat } from '../support/recordsFormat.ts';
import { missingData, sharedData } from '../support/realData/where.ts';
import { secondsOf } from './timing.ts';

/*
 * How well the program finds the records of one person: the ACL Anthology without its curated spellings, so that
 * people fall apart into the spellings that papers print. Pairs of spellings of one curated person are true.
 */

/** After how many candidates recall is also measured. */
const FIRST = 4_000;
const WRONG_SHOWN = 100;

export const measureIdentity = async (): Promise<void> => {
  const missing = missingData('acl-anthology');
  if (missing !== undefined) {
    console.log(`Identity is not measured: ${missing}.`);
    return;
  }
  const papers = readAnthologySpellings(sharedData('acl-anthology'));
  const truePairs = pairsOfOnePerson(papers);
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-identity-'));
  const store = await openEmbeddedStore({ directory });
  try {
    await runImport({ store, format: recordsFormat(papers.map(recordOf), 'acl'), paths: [] });
    const without = await changeTimes(store);
    const seconds = await secondsOf(() =>
      store.duplicates(undefined, { minScore: 0, first: 1, count: false }),
    );
    console.log(`Candidates found in ${seconds.toFixed(1)} s.`);
    report(await rankedSpellings(store), truePairs);
    await reportCandidatePages(store);
    reportChanges(without, await changeTimes(store));
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
  await measureMixtures(papers);
  await measureCorrections();
};

const measureMixtures = async (papers: readonly SpelledPaper[]): Promise<void> => {
  const shared = sharedNames(papers, sharedData('acl-anthology'));
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-mixtures-'));
  const store = await openEmbeddedStore({ directory });
  try {
    const records = papers.map((paper) => thrownTogether(paper, shared));
    await runImport({ store, format: recordsFormat(records, 'acl'), paths: [] });
    await reportMixtures(store, shared);
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
};

const recordOf = ({ acl, year, venue, authors }: SpelledPaper): PaperRecord => ({
  ids: { acl },
  ...(year !== null && { year }),
  ...(venue !== undefined && { venueName: venue }),
  authors: authors.map(({ name, id }) => ({ name, ...(id !== undefined && { ids: { acl: id } }) })),
});

const pairKey = (one: string, other: string): string => [one, other].sort().join('\n');

/** The pairs of different spellings without an id of the Anthology that are one curated person. */
const pairsOfOnePerson = (papers: readonly SpelledPaper[]): Set<string> => {
  const spellings = new Map<string, Set<string>>();
  for (const { authors } of papers) {
    for (const { name, id, person } of authors) {
      if (id === undefined) spellings.set(person, (spellings.get(person) ?? new Set()).add(name));
    }
  }
  const pairs = new Set<string>();
  for (const names of spellings.values()) {
    for (const one of names) for (const other of names) if (one < other) pairs.add(pairKey(one, other));
  }
  return pairs;
};

/** Pairs of spellings, each with its best candidate, the best first. */
const rankedSpellings = async (store: GraphStore): Promise<Map<string, DuplicateCandidate>> => {
  const ranked = new Map<string, DuplicateCandidate>();
  for (let last: DuplicateCandidate | undefined, hasNext = true; hasNext;) {
    const after = last && { after: duplicatePosition(last) };
    const page = await store.duplicates(undefined, { minScore: 0, first: 100, count: false, ...after });
    for (const { node } of page.entries) {
      const [one, other] = node.entities;
      const names = [labelOf(one), labelOf(other)] as const;
      const isSpelled = [one, other].every(({ id }) => id.startsWith('author:acl-name:'));
      const key = pairKey(...names);
      if (isSpelled && names[0] !== names[1] && !ranked.has(key)) ranked.set(key, node);
    }
    last = page.entries.at(-1)?.node;
    hasNext = page.hasNext;
  }
  return ranked;
};

const report = (ranked: ReadonlyMap<string, DuplicateCandidate>, truePairs: ReadonlySet<string>): void => {
  let found = 0;
  let precisions = 0;
  let foundFirst = 0;
  const wrong: string[] = [];
  for (const [index, [key, { score }]] of [...ranked].entries()) {
    if (truePairs.has(key)) {
      found += 1;
      precisions += found / (index + 1);
    } else if (wrong.length < WRONG_SHOWN) {
      wrong.push(`${fromUnits(score).toFixed(3)} ${key.replace('\n', ' / ')}`);
    }
    if (index < FIRST) foundFirst = found;
  }
  const share = (count: number): string => (count / truePairs.size).toFixed(3);
  console.log(`${truePairs.size} true pairs, ${ranked.size} candidates of different spellings.`);
  console.log(
    `Average precision ${share(precisions)}, recall ${share(found)}, among the first ${FIRST} ${share(foundFirst)}.`,
  );
  console.log(`The first ${wrong.length} candidates that the Anthology does not call one person:`);
  console.log(wrong.join('\n'));
};
