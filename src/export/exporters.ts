import { entityKinds } from '../graph/model/entities.ts';
import { badInput } from '../graph/errors.ts';
import { checkedId, type EntityId } from '../graph/model/ids.ts';
import { relationKinds } from '../graph/model/relations.ts';
import { checkedSlice } from '../graph/slice/checkedSlice.ts';
import { fileName, type FileName } from './fileName.ts';
import { collaborationGraph } from './graphs/collaborationGraph.ts';
import type { ExportedGraph } from './graphs/exportedGraph.ts';
import { graphFormats } from './graphs/graphFormats.ts';
import { sliceGraph } from './graphs/sliceGraph.ts';
import { citation } from './papers/citation.ts';
import type { PaperFormat } from './papers/csl.ts';
import { paperFormats } from './papers/paperFormats.ts';
import { paperList, type PaperList } from './papers/paperList.ts';
import { checkNames, oneOf, single, someOf, whole, type Parameters } from './parameters.ts';
import type { ExportReads } from './exportReads.ts';

export type { FileName } from './fileName.ts';
export { UnknownId, type ExportReads } from './exportReads.ts';
export type { Parameters } from './parameters.ts';

/** A file for another program. */
export interface ExportedFile {
  name: FileName;
  mediaType: string;
  /** What was left out of it, in a sentence of ASCII; null where nothing was. */
  cut: string | null;
  /** Its text, in pieces. */
  pieces: AsyncIterable<string>;
}

/** How much one export may hold. */
export interface ExportBounds {
  /** Papers in a file, and ids they may be asked for by. */
  papers: number;
  ids: number;
}

type Exporter = (reads: ExportReads, parameters: Parameters, bounds: ExportBounds) => Promise<ExportedFile>;

/** The most collaborators a collaboration graph has: with the author, as many nodes as a slice. */
const MOST_COLLABORATORS = 499;

/**
 * What can be exported, by name. Each reads what it is asked for out of its parameters, the same over HTTP and on
 * the command line, and throws GraphError BAD_USER_INPUT where those are wrong, UnknownId where an id names nothing.
 */
export const exporters = {
  slice: async (reads, parameters) => {
    checkNames(parameters, ['ids', 'depth', 'kinds', 'relations', 'perKind', 'format']);
    const format = oneOf(single(parameters, 'format'), 'format', [...graphFormats.keys()]);
    const { ids, depth, perKind } = checkedSlice({
      ids: parameters.get('ids') ?? [],
      depth: whole(parameters, 'depth', { least: 0, most: 2, standard: 1 }),
      perKind: whole(parameters, 'perKind', { least: 1, most: 50, standard: 10 }),
    });
    const kinds = someOf(parameters, 'kinds', entityKinds);
    const relations = someOf(parameters, 'relations', relationKinds);
    const asked = { ids: [...new Set(ids.values())], depth, perKind, kinds, relations };
    return graphFile(await sliceGraph(reads, asked), format);
  },
  collaborators: async (reads, parameters) => {
    checkNames(parameters, ['id', 'most', 'format']);
    const format = oneOf(single(parameters, 'format'), 'format', [...graphFormats.keys()]);
    const id = single(parameters, 'id');
    if (id === undefined) throw badInput('id', 'id is missing; it must be the id of an author.');
    const most = whole(parameters, 'most', { least: 1, most: MOST_COLLABORATORS, standard: 100 });
    return graphFile(await collaborationGraph(reads, checkedId(id, 'id', 'AUTHOR'), most), format);
  },
  papers: async (reads, parameters, bounds) => {
    checkNames(parameters, ['ids', 'format']);
    const format = oneOf(single(parameters, 'format'), 'format', [...paperFormats.keys()]);
    const ids = parameters.get('ids') ?? [];
    if (ids.length < 1 || ids.length > bounds.ids) {
      const range = bounds.ids === Infinity ? 'at least 1' : `1–${bounds.ids}`;
      throw badInput('ids', `ids has ${ids.length} members; it must have ${range}.`);
    }
    const checked = ids.map((id): EntityId => checkedId(id, 'ids'));
    return papersFile(await paperList(reads, checked, bounds.papers), format);
  },
} as const satisfies Record<string, Exporter>;

export type ExportName = keyof typeof exporters;
export const exportNames = Object.keys(exporters) as ExportName[];

/** The formats there are, for help. */
export const formatNames = { graphs: [...graphFormats.keys()], papers: [...paperFormats.keys()] };

const named = <Format>(formats: ReadonlyMap<string, Format>, name: string): Format => {
  const format = formats.get(name);
  if (!format) throw new TypeError(`There is no format ${name}.`);
  return format;
};

const graphFile = (graph: ExportedGraph, formatName: string): ExportedFile => {
  const { mediaType, extension, write } = named(graphFormats, formatName);
  async function* pieces(): AsyncGenerator<string> {
    yield write(graph);
  }
  return { name: fileName(graph.title, extension), mediaType, cut: graph.cut, pieces: pieces() };
};

const papersFile = (list: PaperList, formatName: string): ExportedFile => {
  const format = named(paperFormats, formatName);
  const { mediaType, extension } = format;
  const name = fileName(list.title, extension);
  return { name, mediaType, cut: list.cut, pieces: papersWritten(list, format) };
};

async function* papersWritten({ pages, cut }: PaperList, format: PaperFormat): AsyncGenerator<string> {
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
