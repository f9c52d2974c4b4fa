import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { importFormats } from '../../src/import/formats/importFormats.ts';
import { runImport } from '../../src/import/runImport.ts';
import { withJsonLines } from '../support/jsonLines.ts';
import { hasRealData, importAnthology } from './datasets.ts';
import { scratchFolder } from './prepared.ts';
import { secondsToReady } from './secondsToReady.ts';
import { printTable, type Cell } from './table.ts';
import { secondsOf } from './timing.ts';

/** What takes seconds and is therefore run once. @param directory of an embedded store with the data */
export const measureImports = async (directory: string): Promise<void> => {
  const rows: Cell[][] = [];
  if (hasRealData()) rows.push(...(await anthologyImports()));
  else console.log('Imports: left out, they are of the ACL Anthology, which is not in ../shared/data.');
  console.log('Start of the server …');
  const savedGraph = join(directory, 'graph.memory');
  rmSync(savedGraph, { force: true });
  rows.push([
    'start of the server on all data, until it is ready: the graph is computed',
    await secondsToReady(directory, () => existsSync(savedGraph) || !hasRealData()),
  ]);
  rows.push(['… the saved graph is read', await secondsToReady(directory)]);
  printTable('Embedded store, single runs', ['what', 'seconds'], rows);
};

const anthologyImports = async (): Promise<Cell[][]> => {
  console.log('Imports of the ACL Anthology into an embedded store …');
  const directory = scratchFolder('imports');
  const store = await openEmbeddedStore({ directory });
  try {
    return [
      ['import of the ACL Anthology', await secondsOf(() => importAnthology(store))],
      ['the same once more, unchanged', await secondsOf(() => importAnthology(store))],
      [
        'one more paper, until it can be asked for',
        await withJsonLines([onePaper], (file) =>
          secondsOf(async () => {
            await runImport({ store, format: importFormats.get('jsonl')!, paths: [file] });
            await store.entities([`paper:doi:${onePaper.ids.doi}`]);
          }),
        ),
      ],
    ];
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
};

const onePaper = {
  source: 'acl',
  ids: { doi: '10.5555/one-more-paper' },
  title: 'One more paper',
  year: 2023,
  authors: [{ name: 'Christopher D. Manning' }, { name: 'A Newcomer' }],
};
