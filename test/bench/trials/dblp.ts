import { createWriteStream, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { drawnDblp, peopleOf } from '../../support/drawnDblp.ts';
import { measuredProgram } from '../measuredProgram.ts';
import { scratchFolder } from '../prepared.ts';
import { printTable } from '../table.ts';

/** Imports a drawn dblp.xml.gz into an embedded store, a tenth of it before, to show that memory does not grow. */
export const importDblp = async (publications: number): Promise<void> => {
  const rows = [];
  for (const count of [Math.round(publications / 10), publications]) rows.push(await importOf(count));
  printTable(
    'Import of a drawn dblp.xml.gz into an embedded store',
    ['publications', 'people', 'MB gzip', 'seconds', 'publications/s', 'peak memory, MB'],
    rows,
  );
};

const importOf = async (publications: number) => {
  const directory = scratchFolder('dblp');
  try {
    const file = join(directory, 'dblp.xml.gz');
    console.log(`Drawing ${publications} publications …`);
    await pipeline(Readable.from(drawnDblp(publications)), createGzip({ level: 1 }), createWriteStream(file));
    console.log('Importing …');
    const { seconds, peakMegabytes } = await measuredProgram(['import', file], {
      DATA_DIR: join(directory, 'store'),
    });
    const megabytes = statSync(file).size / 1e6;
    return [
      `${publications}`,
      peopleOf(publications),
      megabytes,
      seconds,
      publications / seconds,
      peakMegabytes,
    ];
  } finally {
    rmSync(directory, { recursive: true });
  }
};
