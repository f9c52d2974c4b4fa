import { createWriteStream, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { drawnDblp, peopleOf } from '../../support/drawnDblp.ts';
import { startProgram } from '../../support/program.ts';
import { scratchFolder } from '../prepared.ts';
import { printTable } from '../table.ts';

/** Prints the largest memory of a process, in MB, when it ends. */
const peakAtExit = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => console.error("peak", Math.round(process.resourceUsage().maxRSS / 1024)))',
)}`;

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
    const began = performance.now();
    const { ended } = startProgram(['import', file], {
      settings: { DATA_DIR: join(directory, 'store') },
      preload: peakAtExit,
    });
    const { code, out, err } = await ended;
    const seconds = (performance.now() - began) / 1_000;
    if (code !== 0) throw new Error(`The import ended with ${code}: ${err.slice(-500)}`);
    console.log(out.trim());
    const peak = Number(/^peak (\d+)$/m.exec(err)?.[1]);
    const megabytes = statSync(file).size / 1e6;
    return [`${publications}`, peopleOf(publications), megabytes, seconds, publications / seconds, peak];
  } finally {
    rmSync(directory, { recursive: true });
  }
};
