import type { ImportProblem } from '../../importProblem.ts';
import type {
  FileStart,
  ImportFormat,
  ReadingProgress,
  RecordOrigin,
  SourceItem,
} from '../../importRecord.ts';
import { translatedItems } from '../../translated.ts';
import type { FileNames } from '../reading/fileNames.ts';
import { addToTotal, listSourceFiles, type SourceFile } from '../reading/sourceFiles.ts';
import { referenceRecord, type Reference } from './referenceRecord.ts';
import { sourceOfFile } from './sourceOfFile.ts';

/**
 * A reference, or a problem in its place. The reference is translated when its function is called, so that an error in
 * the translation affects only this reference.
 */
export type ReferenceItem =
  { origin: RecordOrigin; reference: () => Reference } | { origin: RecordOrigin; problem: ImportProblem };

interface ReferenceReader {
  name: string;
  /** Names and extensions of files that only this format uses. */
  fileNames: FileNames;
  /** The names of the files that are read in a folder; default: `fileNames`. */
  namesInFolders?: FileNames;
  recognizes(start: FileStart): boolean;
  /** Reads the references of a file. Keeps only a few of them in memory at a time. */
  references: (file: SourceFile, progress: ReadingProgress) => AsyncIterable<ReferenceItem>;
}

/** An import format for files of reference managers. */
export const referenceFormat = ({
  references,
  fileNames,
  namesInFolders,
  ...format
}: ReferenceReader): ImportFormat => ({
  ...format,
  fileNames: fileNames.pattern,
  source: format.name,
  async *read(paths: readonly string[], progress: ReadingProgress): AsyncGenerator<SourceItem> {
    const files = await listSourceFiles(paths, namesInFolders ?? fileNames);
    addToTotal(files, progress);
    for (const file of files) {
      const source = sourceOfFile(format.name, file.path);
      for await (const item of references(file, progress)) {
        if ('problem' in item) yield item;
        else {
          const { origin, reference } = item;
          yield* translatedItems(origin, () => [{ origin, value: referenceRecord(reference(), source) }]);
        }
      }
    }
  },
});
