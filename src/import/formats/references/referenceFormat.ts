import type { ImportProblem } from '../../importProblem.ts';
import type {
  FileStart,
  ImportFormat,
  ReadingProgress,
  RecordOrigin,
  SourceItem,
} from '../../importRecord.ts';
import { addToTotal, listSourceFiles, type SourceFile } from '../reading/sourceFiles.ts';
import { referenceRecord, type Reference } from './referenceRecord.ts';
import { sourceOfFile } from './sourceOfFile.ts';

export type ReferenceItem =
  { origin: RecordOrigin; reference: Reference } | { origin: RecordOrigin; problem: ImportProblem };

interface ReferenceReader {
  name: string;
  /** Names that only files in this format have. */
  fileNames: RegExp;
  /** The names of the files that are read in a folder; default: `fileNames`. */
  namesInFolders?: RegExp;
  recognizes(start: FileStart): boolean;
  /** Reads the references of a file. Keeps only a few of them in memory at a time. */
  references: (file: SourceFile, progress: ReadingProgress) => AsyncIterable<ReferenceItem>;
}

/** An import format for files of reference managers. */
export const referenceFormat = ({
  references,
  namesInFolders,
  ...format
}: ReferenceReader): ImportFormat => ({
  ...format,
  source: format.name,
  async *read(paths: readonly string[], progress: ReadingProgress): AsyncGenerator<SourceItem> {
    const files = await listSourceFiles(paths, namesInFolders ?? format.fileNames);
    addToTotal(files, progress);
    for (const file of files) {
      const source = sourceOfFile(format.name, file.path);
      for await (const item of references(file, progress)) {
        if ('problem' in item) yield item;
        else yield { origin: item.origin, value: referenceRecord(item.reference, source) };
      }
    }
  },
});
