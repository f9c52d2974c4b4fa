import type { ReadingProgress } from '../../importRecord.ts';
import { namesEndingIn } from '../reading/fileNames.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';
import { referenceFormat, type ReferenceItem } from '../references/referenceFormat.ts';
import { bibtexReference } from './bibtexReference.ts';
import { CrossReferences } from './crossReferences.ts';
import { readEntries } from './readEntries.ts';

/** BibTeX and BibLaTeX. */
export const bibtex = referenceFormat({
  name: 'bibtex',
  fileNames: namesEndingIn(['.bib', '.bibtex', '.biblatex']),
  recognizes: ({ text }) =>
    !/^[<{[]/.test(text) &&
    /^[ \t]{0,8}@[ \t]{0,8}[a-z]+[ \t]{0,8}[{(]\s{0,8}[^\s{}"=,]{0,500}\s{0,8}[,=]/im.test(text),
  references: readReferences,
});

async function* readReferences(file: SourceFile, progress: ReadingProgress): AsyncGenerator<ReferenceItem> {
  const crossReferences = new CrossReferences();
  for await (const item of readEntries(file, progress)) {
    if ('problem' in item) yield item;
    else {
      for (const { origin, entry } of crossReferences.add(item)) {
        yield { origin, reference: () => bibtexReference(entry) };
      }
    }
  }
  for (const { origin, entry } of crossReferences.end())
    yield { origin, reference: () => bibtexReference(entry) };
}
