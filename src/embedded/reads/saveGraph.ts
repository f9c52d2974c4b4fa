import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { graphInParts } from '../../memory/build/buildMemoryGraph.ts';
import { close, open } from '../file/database.ts';
import { loadSource } from './loadGraph.ts';
import type { SnapshotSource } from './snapshot.ts';

/** Computes the graph in memory and saves it part by part. This takes less than half of the memory of the graph. */
export const saveGraph = async ({ path, cap, savedGraph }: SnapshotSource): Promise<void> => {
  const database = open(path);
  try {
    database.exec('BEGIN');
    const { source, rowIds } = await runCooperatively(loadSource(database, cap));
    savedGraph.saveParts({ ...(await runCooperatively(graphInParts(source))), beside: rowIds });
    await savedGraph.saved();
  } finally {
    close(database);
  }
};
