import type { SourceItem, ImportFormat, ReadingProgress, RecordOrigin } from '../../importRecord.ts';
import { readJsonObjects } from '../reading/jsonObjects.ts';
import { isObject, objectsOf, textOf, type JsonObject } from '../reading/jsonFields.ts';
import { translatedItems } from '../../translated.ts';
import { isOpenAlexTable, readOpenAlexTable } from './readOpenAlexTable.ts';
import { isPlaceholder } from './placeholders.ts';
import { hierarchyOf, openAlexId, topicRecorder, type TopicRecorder } from './topicHierarchy.ts';
import { openAlexWork } from './openAlexWork.ts';
import { namesEndingIn } from '../reading/fileNames.ts';
import { readFileStart } from '../reading/fileStart.ts';
import { addToTotal, listSourceFiles, type SourceFile } from '../reading/sourceFiles.ts';

/**
 * Files of OpenAlex, plain or gzip: works and topics as JSON lines (the snapshot), API pages or single objects, and
 * the tables of topics and of merged ids as CSV. Objects of other kinds are skipped.
 */
export const openAlex: ImportFormat = {
  name: 'openalex',
  source: 'openalex',
  recognizes: ({ text, fields }) =>
    fields.has('authorships') ||
    fields.has('abstract_inverted_index') ||
    (fields.has('display_name') && fields.has('publication_year')) ||
    /"id"\s*:\s*"https?:\/\/(?:api\.)?openalex\.org\//i.test(text) ||
    isOpenAlexTable(firstLineOf(text)),
  otherFiles: /(?:^|[/\\])(?:manifest|RELEASE_NOTES\.txt|LICENSE\.txt)$/,
  read: readOpenAlex,
};

/** The names of the files to read in a folder. Files of the snapshot have names such as part_000.gz. */
const openAlexNames = namesEndingIn(['.jsonl', '.ndjson', '.json', '.csv'], {
  pattern: /^part_\d+(?:\.gz)?$/,
  description: 'or begins with part_',
});
const firstLineOf = (text: string): string => text.slice(0, text.search(/[\r\n]/));
const tableName = /\.csv(?:\.gz)?$/i;

async function* readOpenAlex(
  paths: readonly string[],
  progress: ReadingProgress,
): AsyncGenerator<SourceItem> {
  const files = await listSourceFiles(paths, openAlexNames);
  addToTotal(files, progress);
  const recorder = topicRecorder();
  for (const file of files) {
    // a file may have a name without an ending, for example the copy of standard input, so its first line is checked,
    // too
    const { text } = await readFileStart(file);
    if (tableName.test(file.path) || isOpenAlexTable(firstLineOf(text)))
      yield* readOpenAlexTable(file, progress, recorder);
    else yield* recordsOfObjects(file, progress, recorder);
  }
}

async function* recordsOfObjects(
  file: SourceFile,
  progress: ReadingProgress,
  recorder: TopicRecorder,
): AsyncGenerator<SourceItem> {
  for await (const item of readJsonObjects(file, progress, ['results'])) {
    if ('problem' in item) yield item;
    else yield* translatedItems(item.origin, () => openAlexItems(item.value, item.origin, recorder));
  }
}

/** The kinds of OpenAlex objects by the first letter of their ids. */
const kinds = new Map(
  Object.entries({
    W: 'work',
    A: 'an author',
    I: 'an institution',
    S: 'a source',
    T: 'topic',
    P: 'a publisher',
    F: 'a funder',
    C: 'a concept',
  }),
);

/**
 * The kind of an object by its id. An answer of the API has no id if the parameter `select` does not name it; an object
 * with fields of a work is then a work.
 */
const kindOf = (value: JsonObject): string | undefined => {
  const letter = /(?:^|\/)([A-Z])\d+$/i.exec(textOf(value['id']) ?? '')?.[1] ?? '';
  return kinds.get(letter.toUpperCase()) ?? (workFields.some((field) => field in value) ? 'work' : undefined);
};

const workFields = ['authorships', 'doi', 'publication_year', 'referenced_works'];

/** The records of an OpenAlex object: a work with its topics, or a topic. */
export function* openAlexItems(
  value: unknown,
  origin: RecordOrigin,
  recorder: TopicRecorder,
): Generator<SourceItem> {
  if (!isObject(value)) {
    yield unsupported(origin, 'expected an OpenAlex object, found another JSON value');
    return;
  }
  const kind = kindOf(value);
  if (kind === 'work') yield* itemsOfWork(value, origin, recorder);
  else if (kind === 'topic') yield* recorder.listedRecords(hierarchyOf(value), origin);
  else {
    const message = `expected a work or a topic, found ${kind ?? 'an object without an OpenAlex id'}`;
    yield unsupported(origin, message);
  }
}

const unsupported = (origin: RecordOrigin, message: string): SourceItem => ({
  origin,
  problem: { kind: 'unsupportedObject', message },
});

function* itemsOfWork(
  work: JsonObject,
  origin: RecordOrigin,
  recorder: TopicRecorder,
): Generator<SourceItem> {
  if (isPlaceholder(openAlexId('PAPER', work['id']))) {
    yield unsupported(origin, 'the object stands for all works that OpenAlex deleted');
    return;
  }
  for (const topic of objectsOf(work['topics'])) yield* recorder.newRecords(hierarchyOf(topic), origin);
  const { record, dropped } = openAlexWork(work);
  yield { origin, value: record };
  for (const message of dropped) yield { origin, problem: { kind: 'invalidField', message } };
}
