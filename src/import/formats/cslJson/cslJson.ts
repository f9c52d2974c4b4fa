import type { ReadingProgress } from '../../importRecord.ts';
import { isObject } from '../reading/jsonFields.ts';
import { readJsonObjects } from '../reading/jsonObjects.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';
import { referenceFormat, type ReferenceItem } from '../references/referenceFormat.ts';
import { cslReference } from './cslReference.ts';

/** CSL JSON, as Zotero, Mendeley, Citavi and DOI resolvers write it: a list of items, or one item on each line. */
export const cslJson = referenceFormat({
  name: 'csl-json',
  fileNames: /\.csljson(?:\.gz)?$/i,
  namesInFolders: /\.(?:json|csljson|jsonl|ndjson)(?:\.gz)?$/i,
  recognizes: ({ fields }) =>
    fields.has('type') &&
    ['issued', 'container-title', 'citation-key', 'family'].some((name) => fields.has(name)),
  references: readItems,
});

async function* readItems(file: SourceFile, progress: ReadingProgress): AsyncGenerator<ReferenceItem> {
  for await (const item of readJsonObjects(file, progress, ['items', 'references'])) {
    if ('problem' in item) yield item;
    else if (isObject(item.value)) yield { origin: item.origin, reference: cslReference(item.value) };
    else {
      const message = 'expected an item of CSL JSON, found another JSON value';
      yield { origin: item.origin, problem: { kind: 'notARecord', message } };
    }
  }
}
