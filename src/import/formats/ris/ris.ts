import type { ReadingProgress } from '../../importRecord.ts';
import { namesEndingIn } from '../reading/fileNames.ts';
import { readLines } from '../reading/lines.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';
import { referenceFormat, type ReferenceItem } from '../references/referenceFormat.ts';
import { risReference } from './risReference.ts';

/** RIS, as reference managers, Web of Science, Scopus and publishers write it. */
export const ris = referenceFormat({
  name: 'ris',
  fileNames: namesEndingIn(['.ris']),
  recognizes: ({ text }) => /^[ \t]*TY[ \t]{1,2}- ?[A-Za-z]+\s*$/m.test(text),
  references: readReferences,
});

/**
 * Matches a line with a tag of two characters, two spaces, a hyphen and a value. Some programs write one space, or a
 * tab.
 */
const tagLine = /^([ \t]*)([A-Z][A-Z0-9])[ \t]{1,2}-(?:\s(.*))?$/s;

/** The maximum length of a reference in characters. It limits the memory. */
const MAX_LENGTH = 4_000_000;

interface OpenReference {
  line: number;
  fields: Map<string, string[]>;
  lastTag: string;
  length: number;
  isIndented: boolean;
}

/**
 * The tag of a line and its value. In most files an indented line continues a value; indented tags are found only if TY
 * is indented, too.
 */
const tagOf = (text: string, open: OpenReference | undefined) => {
  const [, indentation = '', tag, value = ''] = tagLine.exec(text) ?? [];
  const isIndented = indentation !== '';
  const isTag = !isIndented || open?.isIndented === true || (tag === 'TY' && /^[A-Za-z]+\s*$/.test(value));
  return { tag: isTag ? tag : undefined, value, isIndented };
};

/**
 * Matches lines that publishers write before the first reference. In files that were joined, they are also between
 * references.
 */
const headerLine = /^(?:Provider|Database|Content)\s*:/i;

/** The lines of a file, of which some may end with a carriage return alone. */
async function* linesOf(file: SourceFile, progress: ReadingProgress) {
  for await (const item of readLines(file, progress, { otherEncoding: 'windows-1252' })) {
    if ('problem' in item) yield item;
    else for (const text of item.text.split(/\r+/)) if (/\S/.test(text)) yield { line: item.line, text };
  }
}

/**
 * A reference begins at the tag TY or, if TY is missing, at another tag. It ends at the tag ER, at the next TY, or with
 * the file. Lines before the first tag are ignored.
 */
async function* readReferences(file: SourceFile, progress: ReadingProgress): AsyncGenerator<ReferenceItem> {
  let open: OpenReference | undefined;
  let hasBegun = false;
  for await (const line of linesOf(file, progress)) {
    if ('problem' in line) {
      yield { origin: { file: file.path, line: line.line }, problem: line.problem };
      continue;
    }
    const { tag, value, isIndented } = tagOf(line.text, open);
    if ((tag === 'TY' || tag === 'ER') && open) {
      yield itemOf(file, open);
      open = undefined;
    }
    if (tag !== undefined && tag !== 'ER')
      open ??= { line: line.line, fields: new Map(), lastTag: tag, length: 0, isIndented };
    if (open) addLine(open, tag, tag === undefined ? line.text : value);
    else if (tag === undefined && hasBegun && !headerLine.test(line.text)) yield strayLine(file, line);
    hasBegun ||= tag !== undefined;
  }
  if (open) yield itemOf(file, open);
}

const strayLine = (file: SourceFile, { line, text }: { line: number; text: string }): ReferenceItem => {
  const message = `expected a tag such as "TY  - JOUR", found ${JSON.stringify(text.trim().slice(0, 60))}`;
  return { origin: { file: file.path, line }, problem: { kind: 'notARecord', message } };
};

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
  if (length <= MAX_LENGTH) return { origin, reference: () => risReference(fields) };
  const message = `the reference has ${length} characters, the limit is ${MAX_LENGTH}`;
  return { origin, problem: { kind: 'unreadableLine', message } };
};
