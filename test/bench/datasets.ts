import { existsSync } from 'node:fs';
import { importFormats } from '../../src/import/formats/importFormats.ts';
import { runImport } from '../../src/import/runImport.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { importJsonLines } from '../support/jsonLines.ts';
import { importRecordOf, readVispubdata } from '../support/realData/vispubdata.ts';
import { sharedData } from '../support/realData/where.ts';

/** What is measured on. */
export interface Dataset {
  /** Part of folder names. */
  name: string;
  /** For the reader of the tables. */
  title: string;
  fill(store: GraphStore): Promise<void>;
}

/** The ACL Anthology, with papers, people and their collaborations. */
export const anthologyFolder = (): string => sharedData('acl-anthology');

export const importAnthology = async (store: GraphStore): Promise<void> => {
  await runImport({ store, format: importFormats.get('acl-anthology')!, paths: [anthologyFolder()] });
};

/** The papers of IEEE VIS, which have topics and citations. */
const importVispubdata = async (store: GraphStore): Promise<void> => {
  const records = readVispubdata(sharedData('vispubdata', 'papers.jsonl')).map((line) =>
    importRecordOf(line, 'identifiers'),
  );
  await importJsonLines(store, records);
};

const real: Dataset = {
  name: 'anthology-and-vispubdata',
  title: 'the ACL Anthology and vispubdata',
  fill: async (store) => {
    await importAnthology(store);
    await importVispubdata(store);
  },
};

const seed: Dataset = {
  name: 'seed',
  title: 'the seed graph',
  fill: async (store) => {
    await runImport({ store, format: importFormats.get('seed')!, paths: [] });
  },
};

export const hasRealData = (): boolean =>
  existsSync(anthologyFolder()) && existsSync(sharedData('vispubdata', 'papers.jsonl'));

/** Real metadata where it lies beside the project, else the small graph that the project brings along. */
export const chosenDataset = (): Dataset => (hasRealData() ? real : seed);
