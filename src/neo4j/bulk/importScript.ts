import type { BulkTable } from './bulkTable.ts';

/** A file with rows, and a file with their header. */
export interface BulkFile extends Pick<BulkTable, 'option' | 'name'> {
  header: string;
  rows: string;
  hasLineBreaks: boolean;
}

/** Returns a shell script that imports the files. It expects them in the folder of the script. */
export const importScript = (files: readonly BulkFile[]): string => {
  const options = [
    '--id-type=integer',
    '--array-delimiter=U+001F',
    '--bad-tolerance=0',
    '--report-file="${TMPDIR:-/tmp}/neo4j-import.report"',
    ...(files.some(({ hasLineBreaks }) => hasLineBreaks) ? ['--multiline-fields=true'] : []),
    ...files.map(({ option, name, header, rows }) => `--${option}=${name}=${header},${rows}`),
  ];
  return `#!/bin/sh
# Imports the files of this folder into a new Neo4j database, while Neo4j is stopped:
#   sh import.sh [database] [options of neo4j-admin]
# The database is neo4j by default. To replace an existing one, add --overwrite-destination.
# NEO4J_ADMIN is the path of neo4j-admin if it is not in PATH.
set -eu
cd "$(dirname "$0")"
database="\${1:-neo4j}"
[ "$#" -eq 0 ] || shift
exec "\${NEO4J_ADMIN:-neo4j-admin}" database import full "$database" \\
  ${options.join(' \\\n  ')} "$@"
`;
};
