import { bibtex } from './bibtex.ts';
import type { PaperFormat } from './csl.ts';
import { cslJson } from './cslJson.ts';
import { ris } from './ris.ts';

/** By the name they are asked for with. */
export const paperFormats: ReadonlyMap<string, PaperFormat> = new Map([
  ['bibtex', bibtex],
  ['ris', ris],
  ['csl-json', cslJson],
]);
