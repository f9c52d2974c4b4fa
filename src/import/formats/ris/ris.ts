import type { ReadingProgress } from '../../importRecord.ts';
import { readLines } from '../reading/lines.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';
import { referenceFormat, type ReferenceItem } from '../references/referenceFormat.ts';
import { risReference } from './risReference.ts';

/** RIS, as reference managers, Web of Science, Scopus and publishers write it. */
export const ris = referenceFormat({
  name: 'ris',
  fileNames: /\.ris(?:\.gz)?$/i,
  recognizes: ({ text }) => /^TY {1,2}- ?[A-Z]+\s*$/m.test(text),
  references: readReferences,
});

/** A tag of two characters, two spaces, a hyphen and a value. Some programs write one space. */
const tagLine = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/s;

/** The maximum length of a reference in characters. It limits the memory. */
const MAX_LENGTH = 4_000_000;

interface OpenReference {
  line: number;
  fields: Map<string, string[]>;
  lastTag: string;
  length: number;
}

/** A reference ends at the tag ER, at the next TY, or with the file. Lines outside a reference are comments. */
async function* readReferences(file: SourceFile, progress: ReadingProgress): AsyncGenerator<ReferenceItem> {
  let open: OpenReference | undefined;
  for await (const line of readLines(file, progress, { otherEncoding: 'windows-1252' })) {
    if ('problem' in line) {
      yield { origin: { file: file.path, line: line.line }, problem: line.problem };
      continue;
    }
    const [, tag, value = ''] = tagLine.exec(line.text.replace(/\r$/, '')) ?? [];
    if ((tag === 'TY' || tag === 'ER') && open) {
      yield itemOf(file, open);
      open = undefined;
    }
    if (tag === 'TY') open = { line: line.line, fields: new Map(), lastTag: tag, length: 0 };
    if (open) addLine(open, tag, tag === undefined ? line.text : value);
  }
  if (open) yield itemOf(file, open);
}

const addLine = (open: OpenReference, tag: string | undefined, value: string): void => {
  open.length += value.length;
  if (open.length > MAX_LENGTH) return;
  if (tag === undefined) {
    // a line without a tag continues the value before it
    const values = open.fields.get(open.lastTag) ?? [];
    values.push(`${values.pop() ?? ''} ${value}`);
    return;
  }
  open.lastTag = tag;
  const values = open.fields.get(tag);
  if (values) values.push(value);
  else open.fields.set(tag, [value]);
};

const itemOf = (file: SourceFile, { line, fields, length }: OpenReference): ReferenceItem => {
  const origin = { file: file.path, line };
  if (length <= MAX_LENGTH) return { origin, reference: risReference(fields) };
  const message = `the reference has ${length} characters, the limit is ${MAX_LENGTH}`;
  return { origin, problem: { kind: 'unreadableLine', message } };
};
