/*
 * Reads files for reference managers with Citation.js: a JSON list of texts on standard input, on standard output
 * a list of what each holds, as CSL-JSON. A program of its own, because Citation.js does not load inside Jest.
 */
import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

const withoutNotes = (item) =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !name.startsWith('_')));
const texts = JSON.parse(readFileSync(0, 'utf8'));
// Citation.js takes a RIS file with a title such as "@x{a, b}" for BibTeX, so the format is named.
const formatOf = (text) => (text.startsWith('TY  - ') ? '@ris/file' : '@biblatex/text');
const read = texts.map((text) =>
  new Cite(text, { generateGraph: false, forceType: formatOf(text) }).data.map(withoutNotes),
);
process.stdout.write(JSON.stringify(read));
