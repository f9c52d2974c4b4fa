import type { ImportFormat } from '../record.ts';
import { aclAnthology } from './acl-anthology.ts';
import { jsonl } from './jsonl.ts';
import { openAlex } from './openalex.ts';
import { seed } from './seed.ts';
import { semanticScholar } from './semantic-scholar.ts';

/** The import formats by the names the command line knows them by. */
export const importFormats: ReadonlyMap<string, ImportFormat> = new Map(
  [jsonl, aclAnthology, openAlex, semanticScholar, seed].map((format) => [format.name, format]),
);
