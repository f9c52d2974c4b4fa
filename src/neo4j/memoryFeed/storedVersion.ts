import { missingGraphNode } from '../connection/faults.ts';

/** What the Graph node says about the stored graph as a whole. */
export interface StoredVersion {
  dataVersion: number;
  asOf: string;
}

/** Identifies a version of the stored graph. A database that was emptied counts versions from 0 again, hence the time. */
export const versionOf = (stored: StoredVersion | undefined): string => {
  if (!stored) throw missingGraphNode();
  return `${stored.dataVersion} ${stored.asOf}`;
};
