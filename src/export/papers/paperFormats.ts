import { bibtex } from './bibtex.ts';
import type { PaperFormat } from './csl.ts';
import { cslJson } from './cslJson.ts';
import { ris } from './ris.ts';

/** The paper formats by the value of the parameter `format`. */
export const paperFormats: ReadonlyMap<string, PaperFormat> = new Map([
  ['bibtex', bibtex],
  ['ris', ris],
  ['csl-json', cslJson],
]);
