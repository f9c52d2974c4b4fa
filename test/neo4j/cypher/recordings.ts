import type { Database } from '../../../src/neo4j/connection/database.ts';
import type { RowsByName } from './recordingDatabase.ts';

/** Work of the program during which statements are recorded. */
export interface Recording {
  /** What makes its statements different from others of the same name. */
  variant?: string;
  /** What the database returns. */
  rows?: RowsByName;
  run: (database: Database) => Promise<unknown>;
}

/** The most authors of a paper that makes collaborators. */
export const CAP = 100;

export const exampleIds = {
  AUTHOR: 'author:orcid:0000-0002-1825-0097',
  otherAuthor: 'author:dblp:l%2FEduardHHovy',
  INSTITUTION: 'institution:ror:05x2bcf33',
  otherInstitution: 'institution:ror:03vek6s52',
  PAPER: 'paper:acl:P18-1001',
  otherPaper: 'paper:doi:10.1145/3292500',
  TOPIC: 'topic:openalex:T10028',
  otherTopic: 'topic:keyword:parsing',
} as const;
