import { TextDecoder } from 'node:util';
import type { FileStart } from '../../importRecord.ts';
import { DamagedFile, readChunks } from './chunks.ts';
import type { SourceFile } from './sourceFiles.ts';

/** How much text at the beginning of a file is used to recognize its format, in characters. */
const START_LENGTH = 65_536;
/** How much of a file is read to find the end of a comment at its beginning, in characters. */
const MAX_COMMENT_LENGTH = 4_000_000;

/**
 * Matches what may precede the records in a file: blanks, comments of BibTeX and XML, and the declarations of XML.
 * Files of EndNote, which are not read, begin with `%0 `.
 */
const preamble = /^(?:\s+|%(?!0 )[^\r\n]*[\r\n]|<!--[^]*?-->|<\?[^]*?\?>|<!DOCTYPE[^>]*>)+/i;

/** Reads the beginning of a file. The text of a damaged file is what precedes the damage. */
export const readFileStart = async (file: SourceFile): Promise<FileStart> => {
  const decoder = new TextDecoder();
  let text = '';
  let damage: string | undefined;
  try {
    for await (const chunk of readChunks(file, { bytesRead: 0, bytesTotal: 0 })) {
      text = (text + decoder.decode(chunk, { stream: true })).replace(preamble, '');
      const isComment = /^(?:%|<!--)/.test(text);
      if (text.length >= (isComment ? MAX_COMMENT_LENGTH : START_LENGTH)) break;
    }
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    damage = error.message;
  }
  text = text.slice(0, START_LENGTH);
  return { text, fields: fieldsIn(text), ...(damage !== undefined && { damage }) };
};

const fieldsIn = (text: string): ReadonlySet<string> =>
  new Set(/^[[{]/.test(text) ? [...text.matchAll(/"([A-Za-z_-]+)"\s*:/g)].map(([, name = '']) => name) : []);
