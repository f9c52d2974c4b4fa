import type { CsvRow } from './csvColumns.ts';

/** The nodes with one label, or the relationships of one type. They are written to one file. */
export interface BulkTable {
  /** The option of `neo4j-admin database import` for this file. */
  option: 'nodes' | 'relationships';
  /** The label of the nodes, or the type of the relationships. */
  name: string;
  rows: () => Iterable<CsvRow>;
}
