import type { ImportFormat, ReadingProgress, RecordOrigin, SourceItem } from '../../importRecord.ts';
import { isObject, type JsonObject } from '../reading/jsonFields.ts';
import { jsonLinesNames, readJsonLines } from '../reading/jsonLines.ts';
import { corpusId, semanticScholarPaper } from './semanticScholarPaper.ts';
import { addToTotal, listSourceFiles } from '../reading/sourceFiles.ts';

/**
 * The bulk datasets `papers` and `citations` of Semantic Scholar, JSON lines, plain or gzip. The dataset is
 * recognized by the fields of each line; lines of other datasets are skipped.
 */
export const semanticScholar: ImportFormat = { name: 'semantic-scholar', source: 's2', read: readDatasets };

/** The names of downloaded bulk files end in .gz only. */
const datasetNames = new RegExp(`${jsonLinesNames.source}|\\.gz$`, 'i');

async function* readDatasets(
  paths: readonly string[],
  progress: ReadingProgress,
): AsyncGenerator<SourceItem> {
  const files = await listSourceFiles(paths, datasetNames);
  addToTotal(files, progress);
  for (const file of files) {
    for await (const line of readJsonLines(file, progress)) yield itemOf(line);
  }
}

const itemOf = (line: SourceItem): SourceItem => {
  if ('problem' in line) return line;
  const { origin, value } = line;
  if (!isObject(value)) return unsupported(origin, 'expected an object, found another JSON value');
  if ('citingcorpusid' in value) return citationOf(value, origin);
  if (!('corpusid' in value && 'title' in value)) return unsupported(origin, otherDataset(value));
  return { origin, value: semanticScholarPaper(value) };
};

const unsupported = (origin: RecordOrigin, message: string): SourceItem => ({
  origin,
  problem: { kind: 'unsupportedObject', message },
});

const citationOf = (line: JsonObject, origin: RecordOrigin): SourceItem => {
  const from = corpusId(line['citingcorpusid']);
  const to = corpusId(line['citedcorpusid']);
  if (from !== undefined && to !== undefined) {
    return { origin, value: { record: 'citation', from: `s2:${from}`, to: `s2:${to}` } };
  }
  const message = `the citation has no corpus id of the ${from === undefined ? 'citing' : 'cited'} paper`;
  return { origin, problem: { kind: 'notARecord', message } };
};

/** The other datasets by a field of their lines; the first match decides. */
const otherDatasets: readonly (readonly [string, string])[] = [
  ['abstract', 'abstracts'],
  ['authorid', 'authors'],
  ['sha', 'paper-ids'],
  ['alternate_names', 'publication-venues'],
  ['vector', 'embeddings'],
  ['content', 's2orc'],
  ['model', 'tldrs'],
];

const otherDataset = (line: JsonObject): string => {
  const name = otherDatasets.find(([field]) => field in line)?.[1];
  return `expected a line of the datasets papers or citations, found ${name === undefined ? 'another object' : `a line of ${name}`}`;
};
