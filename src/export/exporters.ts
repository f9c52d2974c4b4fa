import { entityKinds } from '../graph/model/entityKinds.ts';
import { badInput } from '../graph/errors.ts';
import { checkedId } from '../graph/model/checkedId.ts';
import type { EntityId } from '../graph/model/ids.ts';
import { relationKinds } from '../graph/model/relations.ts';
import { checkedSlice } from '../graph/slice/checkedSlice.ts';
import { fileName, type FileName } from './fileName.ts';
import { collaborationGraph } from './graphs/collaborationGraph.ts';
import type { ExportedGraph, GraphFormat } from './graphs/exportedGraph.ts';
import { graphFormats } from './graphs/graphFormats.ts';
import { sliceGraph } from './graphs/sliceGraph.ts';
import { citation } from './papers/citation.ts';
import type { PaperFormat } from './papers/csl.ts';
import { paperFormats } from './papers/paperFormats.ts';
import { paperList, type PaperList } from './papers/paperList.ts';
import { checkNames, integer, requiredEntry, singleValue, wordList, type Parameters } from './parameters.ts';
import type { ExportReads } from './exportReads.ts';

export type { FileName } from './fileName.ts';
export { UnknownId, type ExportReads } from './exportReads.ts';
export type { Parameters } from './parameters.ts';

interface ExportedFile {
  name: FileName;
  mediaType: string;
  /** An ASCII sentence that says what was left out of the file; null if the file is complete. */
  cut: string | null;
  /** The text of the file in parts. */
  chunks: AsyncIterable<string>;
}

/** The maximum numbers of papers in a file and of ids in a request. */
interface ExportLimits {
  papers: number;
  ids: number;
}

type Exporter = (reads: ExportReads, parameters: Parameters, limits: ExportLimits) => Promise<ExportedFile>;

/**
 * The maximum number of collaborators in a collaboration graph. Together with the author, the graph has at most 500
 * nodes, as many as a slice.
 */
const MAX_COLLABORATORS = 499;

/**
 * The exports by name. Their parameters are the same over HTTP and on the command line. An export throws GraphError
 * BAD_USER_INPUT for an invalid parameter, and UnknownId for an id that is not stored.
 */
export const exporters = {
  slice: async (reads, parameters) => {
    checkNames(parameters, ['ids', 'depth', 'kinds', 'relations', 'perKind', 'format']);
    const format = requiredEntry(parameters, 'format', graphFormats);
    const { ids, depth, perKind } = checkedSlice({
      ids: parameters.get('ids') ?? [],
      depth: integer(parameters, 'depth', { min: 0, max: 2, fallback: 1 }),
      perKind: integer(parameters, 'perKind', { min: 1, max: 50, fallback: 10 }),
    });
    const kinds = wordList(parameters, 'kinds', entityKinds);
    const relations = wordList(parameters, 'relations', relationKinds);
    const request = { ids: [...new Set(ids.values())], depth, perKind, kinds, relations };
    return graphFile(await sliceGraph(reads, request), format);
  },
  collaborators: async (reads, parameters) => {
    checkNames(parameters, ['id', 'most', 'format']);
    const format = requiredEntry(parameters, 'format', graphFormats);
    const id = singleValue(parameters, 'id');
    if (id === undefined) throw badInput('id', 'id is missing; it must be the id of an author.');
    const most = integer(parameters, 'most', { min: 1, max: MAX_COLLABORATORS, fallback: 100 });
    return graphFile(await collaborationGraph(reads, checkedId(id, 'id', 'AUTHOR'), most), format);
  },
  papers: async (reads, parameters, limits) => {
    checkNames(parameters, ['ids', 'format']);
    const format = requiredEntry(parameters, 'format', paperFormats);
    const ids = paperIds(parameters, limits.ids);
    return papersFile(await paperList(reads, ids, limits.papers), format);
  },
} as const satisfies Record<string, Exporter>;

type ExportName = keyof typeof exporters;
export const exportNames = Object.keys(exporters) as ExportName[];

const paperIds = (parameters: Parameters, limit: number): EntityId[] => {
  const ids = parameters.get('ids') ?? [];
  if (ids.length < 1 || ids.length > limit) {
    const range = limit === Infinity ? 'at least 1' : `1–${limit}`;
    throw badInput('ids', `ids has ${ids.length} members; it must have ${range}.`);
  }
  return ids.map((id) => checkedId(id, 'ids'));
};

const graphFile = (graph: ExportedGraph, { mediaType, extension, write }: GraphFormat): ExportedFile => {
  async function* chunks(): AsyncGenerator<string> {
    yield write(graph);
  }
  return { name: fileName(graph.title, extension), mediaType, cut: graph.cut, chunks: chunks() };
};

const papersFile = (list: PaperList, format: PaperFormat): ExportedFile => {
  const { mediaType, extension } = format;
  const name = fileName(list.title, extension);
  return { name, mediaType, cut: list.cut, chunks: writePapers(list, format) };
};

async function* writePapers({ pages, cut }: PaperList, format: PaperFormat): AsyncGenerator<string> {
  yield format.begin(cut);
  let separator = '';
  for await (const page of pages) {
    yield page
      .map((paper) => {
        const entry = `${separator}${format.entry(citation(paper))}`;
        separator = format.separator;
        return entry;
      })
      .join('');
  }
  yield format.end;
}
