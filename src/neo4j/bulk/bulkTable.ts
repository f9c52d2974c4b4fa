import type { CsvRow } from './csvColumns.ts';

/** Nodes with one label or relationships of one type, which become one file. */
export interface BulkTable {
  /** The option of `neo4j-admin database import` that names the file. */
  option: 'nodes' | 'relationships';
  /** The label or the type. */
  name: string;
  rows: () => Iterable<CsvRow>;
}
