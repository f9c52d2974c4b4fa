import { killImports, killStarts, type Kills } from '../../support/kills.ts';
import { printTable } from '../table.ts';

/** Kills imports and starts at random points and prints what the next start finds. */
export const kill = async (kills: number): Promise<void> => {
  const rowOf = (title: string, found: Kills) => {
    for (const other of found.other) console.log(`  ${title}: ${other}`);
    return [title, found.kills, found.before, found.after, found.other.length];
  };
  printTable(
    'kill -9 at random points, embedded store',
    ['of', 'kills', 'state before', 'state after', 'anything else'],
    [
      rowOf('imports', await killImports(kills)),
      rowOf('starts that import the seed', await killStarts(kills)),
    ],
  );
};
