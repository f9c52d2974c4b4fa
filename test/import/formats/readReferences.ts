import { join } from 'node:path';
import { papersIn, folderOf, droppedIn, read, skippedIn } from './readFormat.ts';

/** Papers and problems of a text in a format of reference managers; the file is named `refs`. */
export const readText = async (format: string, content: string | Uint8Array) => {
  const folder = await folderOf({ [`refs.${extensions[format] ?? 'json'}`]: content });
  const items = await read(format, join(folder, `refs.${extensions[format] ?? 'json'}`));
  return { papers: papersIn(items), dropped: droppedIn(items), skipped: skippedIn(items) };
};

const extensions: Record<string, string> = { bibtex: 'bib', ris: 'ris' };
