import type { ImportFormat } from '../importRecord.ts';
import { aclAnthology } from './aclAnthology/aclAnthology.ts';
import { jsonl } from './jsonl.ts';
import { openAlex } from './openAlex/openAlex.ts';
import { seed } from './seed.ts';
import { semanticScholar } from './semanticScholar/semanticScholar.ts';

/** The import formats by their names on the command line. */
export const importFormats: ReadonlyMap<string, ImportFormat> = new Map(
  [jsonl, aclAnthology, openAlex, semanticScholar, seed].map((format) => [format.name, format]),
);
