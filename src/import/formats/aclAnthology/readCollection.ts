import { TextDecoder } from 'node:util';
import type { ReadingProgress } from '../../importRecord.ts';
import { CollectionParser, type PrintedPaper } from './collectionParser.ts';
import { DamagedFile, readChunks } from '../reading/chunks.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';

/**
 * Reads the papers of a collection from XML, plain or gzip. If the file is damaged, not well-formed or dangerous
 * (entity declarations, endless elements), the last item is the reason.
 */
export async function* readCollection(
  file: SourceFile,
  progress: ReadingProgress,
): AsyncGenerator<PrintedPaper | { line: number; damage: string }> {
  let papers: PrintedPaper[] = [];
  const parser = new CollectionParser((paper) => papers.push(paper));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let damage: string | undefined;
  try {
    for await (const chunk of readChunks(file, progress)) {
      parser.write(decoded(decoder, chunk));
      yield* papers;
      papers = [];
    }
    parser.write(decoded(decoder));
    parser.close();
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    damage = error.message;
  }
  yield* papers;
  if (damage !== undefined) yield { line: parser.line, damage };
}

const decoded = (decoder: TextDecoder, chunk?: Buffer): string => {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new DamagedFile('the file is not UTF-8 near this line; the rest of the file is not read', {
      cause,
    });
  }
};
