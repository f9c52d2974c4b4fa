import type { ImportFormat } from '../importRecord.ts';
import { aclAnthology } from './aclAnthology/aclAnthology.ts';
import { bibtex } from './bibtex/bibtex.ts';
import { cslJson } from './cslJson/cslJson.ts';
import { dblp } from './dblp/dblp.ts';
import { jsonl } from './jsonl.ts';
import { openAlex } from './openAlex/openAlex.ts';
import { ris } from './ris/ris.ts';
import { seed } from './seed.ts';
import { semanticScholar } from './semanticScholar/semanticScholar.ts';

/** The import formats by their names on the command line. If several formats fit a file, the first of them is used. */
export const importFormats: ReadonlyMap<string, ImportFormat> = new Map(
  [aclAnthology, dblp, openAlex, semanticScholar, jsonl, cslJson, ris, bibtex, seed].map((format) => [
    format.name,
    format,
  ]),
);
