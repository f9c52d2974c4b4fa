import type { ReadingProgress, RecordOrigin } from '../../importRecord.ts';
import { namesEndingIn } from '../reading/fileNames.ts';
import { isObject } from '../reading/jsonFields.ts';
import { readJsonObjects } from '../reading/jsonObjects.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';
import { referenceFormat, type ReferenceItem } from '../references/referenceFormat.ts';
import { cslReference } from './cslReference.ts';

/** CSL JSON, as Zotero, Mendeley, Citavi and DOI resolvers write it: a list of items, or one item on each line. */
export const cslJson = referenceFormat({
  name: 'csl-json',
  fileNames: namesEndingIn(['.csljson']),
  namesInFolders: namesEndingIn(['.json', '.csljson', '.jsonl', '.ndjson']),
  recognizes: ({ fields }) =>
    fields.has('type') &&
    ['issued', 'container-title', 'citation-key', 'family'].some((name) => fields.has(name)),
  references: readItems,
});

async function* readItems(file: SourceFile, progress: ReadingProgress): AsyncGenerator<ReferenceItem> {
  for await (const item of readJsonObjects(file, progress, ['items', 'references'])) {
    const { origin } = item;
    if ('problem' in item) yield item;
    else {
      const values = messageItems(item.value);
      for (const [index, value] of values.entries())
        yield itemOf(value, values.length > 1 ? { ...origin, item: index + 1 } : origin);
    }
  }
}

/** The items in an answer of api.crossref.org, which has them, or one of them, in `message`. */
const messageItems = (value: unknown): readonly unknown[] => {
  if (!isObject(value) || !isObject(value['message'])) return [value];
  const { items } = value['message'];
  return Array.isArray(items) ? (items as unknown[]) : [value['message']];
};

const itemOf = (value: unknown, origin: RecordOrigin): ReferenceItem => {
  if (isObject(value)) return { origin, reference: () => cslReference(value) };
  const message = 'expected an item of CSL JSON, found another JSON value';
  return { origin, problem: { kind: 'notARecord', message } };
};
