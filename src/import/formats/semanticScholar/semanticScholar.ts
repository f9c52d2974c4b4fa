import type { ImportFormat, ReadingProgress, RecordOrigin, SourceItem } from '../../importRecord.ts';
import { translatedItems } from '../../translated.ts';
import { isObject, objectOf, type JsonObject } from '../reading/jsonFields.ts';
import { namesEndingIn } from '../reading/fileNames.ts';
import { readJsonObjects } from '../reading/jsonObjects.ts';
import { addToTotal, listSourceFiles } from '../reading/sourceFiles.ts';
import { corpusId, isPaper, semanticScholarPaper } from './semanticScholarPaper.ts';

/**
 * Semantic Scholar: lines of the bulk datasets `papers` and `citations`, and saved answers of the Graph API (single
 * papers, batches, pages of a search, papers of an author, references and citations of a paper). Objects are
 * recognized by their fields; those of other kinds are skipped.
 */
export const semanticScholar: ImportFormat = {
  name: 'semantic-scholar',
  source: 's2',
  recognizes: ({ fields }) =>
    ['corpusid', 'corpusId', 'paperId', 'citingcorpusid'].some((name) => fields.has(name)),
  read: readFiles,
};

/** The names of files to read in a folder. Downloaded bulk files end in .gz without .jsonl or .json before it. */
const fileNames = namesEndingIn(['.jsonl', '.ndjson', '.json', '.gz']);

/** The lists of papers in answers of the Graph API. */
const listNames = ['data', 'papers', 'recommendedPapers'];

async function* readFiles(paths: readonly string[], progress: ReadingProgress): AsyncGenerator<SourceItem> {
  const files = await listSourceFiles(paths, fileNames);
  addToTotal(files, progress);
  for (const file of files) {
    for await (const item of readJsonObjects(file, progress, listNames)) {
      if ('problem' in item) yield item;
      else if (item.value === null)
        continue; // the answer to a batch request contains null for an unknown id
      else yield* translatedItems(item.origin, () => [itemOf(item.value, item.origin)]);
    }
  }
}

const itemOf = (value: unknown, origin: RecordOrigin): SourceItem => {
  if (!isObject(value)) return unsupported(origin, 'expected an object, found another JSON value');
  if ('citingcorpusid' in value) return citationOf(value, origin);
  const paper = objectOf(value['citingPaper'] ?? value['citedPaper'] ?? value);
  return isPaper(paper)
    ? { origin, value: semanticScholarPaper(paper) }
    : unsupported(origin, otherObject(paper));
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

/**
 * The datasets that are not imported, each with a field by which its lines are recognized. The first field in this list
 * that a line has determines the dataset.
 */
const otherDatasets: readonly (readonly [string, string])[] = [
  ['abstract', 'abstracts'],
  ['authorid', 'authors'],
  ['sha', 'paper-ids'],
  ['alternate_names', 'publication-venues'],
  ['vector', 'embeddings'],
  ['content', 's2orc'],
  ['model', 'tldrs'],
];

const otherObject = (line: JsonObject): string => {
  const name = otherDatasets.find(([field]) => field in line)?.[1];
  return `expected a paper or a citation of Semantic Scholar, found ${name === undefined ? 'another object' : `a line of ${name}`}`;
};
