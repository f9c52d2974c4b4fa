import { createHash } from 'node:crypto';
import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { kinds, perKind } from '../../graph/model/kinds.ts';
import { relations } from '../../graph/model/relations.ts';
import type { EdgeColumns, SlicedRows } from '../algorithms/countedRows.ts';
import { IdIndex } from '../algorithms/idIndex.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { GraphInParts } from './buildMemoryGraph.ts';
import type { IdList } from './graphSource.ts';
import type { RelationPart } from './relationParts.ts';
import { readSavedValue, UnusableFile, type SavedArray } from './savedValue.ts';
import { writeSavedParts, type ArrayInSlices, type PartWriter } from './savedValueWriter.ts';
import { WordColumn, type WordColumnData } from './wordColumns.ts';

/** A graph in memory, and additional data of its store that is saved with it (JSON that may contain typed arrays). */
export interface GraphToSave<Beside> {
  graph: MemoryGraph;
  beside: Beside;
}

/** A graph that is written to a file in parts while its relations are being built, and additional data of its store. */
export interface GraphPartsToSave<Beside> extends GraphInParts {
  beside: Beside;
}

/** The content of the file of a saved graph. */
interface SavedGraph<Beside> {
  layout: string;
  graph: Omit<MemoryGraph, 'ids' | 'nodeOfId' | 'words'>;
  /** The ids in several blocks of UTF-8 text; line feeds separate the ids. */
  ids: Uint8Array[];
  words: Record<string, Record<string, WordColumnData>>;
  beside: Beside;
}

/** What a graph is computed from: the version of the stored data, and the collaboration cap. */
export type GraphState = Pick<MemoryGraph, 'version' | 'asOf' | 'cap'>;

export const stateOf = ({ version, asOf, cap }: GraphState): string => `${version} of ${asOf}, cap ${cap}`;

/**
 * Must be raised when a change of the program makes it compute other arrays from the same stored data, or save them
 * under other names.
 */
const BUILD_VERSION = 4;

/** A hash that changes when relations or kinds change, because these determine which rows and columns a graph has. */
const layout = createHash('sha256')
  .update(JSON.stringify([BUILD_VERSION, relations, kinds]))
  .digest('hex');

const IDS_IN_BLOCK = 2_000;

/**
 * Converts a graph that is already complete to the form that `writeSavedGraph` expects, with all relations in one part.
 */
export const inOnePart = <Beside>({ graph, beside }: GraphToSave<Beside>): GraphPartsToSave<Beside> => {
  const rows = function* (): Steps<RelationPart> {
    yield;
    return graph.rows;
  };
  const { rows: _, nodeOfId: __, ids, ...others } = graph;
  return { graph: others, ids, parts: [rows()], beside };
};

/**
 * Writes a graph to a file, from which `readSavedGraph` makes the same graph. After a part is written, it is dropped
 * from memory.
 *
 * @throws the reason of the signal, or the error of the file system, for example ENOSPC
 */
export const writeSavedGraph = <Beside>(
  path: string,
  { graph, ids, parts, beside }: GraphPartsToSave<Beside>,
  signal: AbortSignal,
): Promise<void> =>
  writeSavedParts(
    path,
    async (writer) => {
      const { words, ...others } = graph;
      const blocks = await putIds(writer, ids);
      const rows: Record<string, unknown> = {};
      for (const part of parts)
        for (const [name, each] of Object.entries(await runCooperatively(part, signal)))
          rows[name] = await ('slices' in each ? putSlices(writer, each, signal) : writer.put(each));
      return { layout, graph: { ...others, rows }, ids: blocks, words: wordData(words), beside };
    },
    { signal },
  );

/**
 * Computes the rows of a derived relation in parts and writes each part to the file. The file has one array for each
 * column, for example for targets and for numbers of papers.
 */
const putSlices = async (
  writer: PartWriter,
  { base, offsets, hasStrengths, slices }: SlicedRows,
  signal: AbortSignal,
): Promise<unknown> => {
  const length = offsets.at(-1) ?? 0;
  const columns: Partial<Record<keyof EdgeColumns, ArrayInSlices>> = {
    targets: writer.reserve('Uint32Array', length),
    papers: writer.reserve('Uint32Array', length),
    firstYears: writer.reserve('Int16Array', length),
    lastYears: writer.reserve('Int16Array', length),
    ...(hasStrengths && { strengths: writer.reserve('Float64Array', length) }),
  };
  for (const slice of slices)
    for (const [name, edges] of Object.entries(await runCooperatively(slice, signal)))
      await columns[name as keyof EdgeColumns]?.append(edges as SavedArray);
  const references = Object.entries(columns).map(([name, { reference }]) => [name, reference]);
  return { base, offsets: await writer.put(offsets), ...Object.fromEntries(references) };
};

const putIds = async (writer: PartWriter, ids: IdList): Promise<unknown[]> => {
  const encoder = new TextEncoder();
  const blocks: unknown[] = [];
  let block: EntityId[] = [];
  const putBlock = async (): Promise<void> => {
    blocks.push(await writer.put(encoder.encode(block.join('\n'))));
    block = [];
  };
  for (const id of ids) if (block.push(id) === IDS_IN_BLOCK) await putBlock();
  if (block.length > 0) await putBlock();
  return blocks;
};

const wordData = (words: MemoryGraph['words']): SavedGraph<unknown>['words'] =>
  perKind((kind) =>
    Object.fromEntries(Object.entries(words[kind]).map(([field, column]) => [field, column.data])),
  );

/**
 * Reads a graph from a file. @throws UnusableFile if this is not a complete file that this version of the program
 * wrote, or the error of the file system
 */
export const readSavedGraph = function* <Beside>(path: string): Steps<GraphToSave<Beside>> {
  const saved = (yield* readSavedValue(path)) as SavedGraph<Beside>;
  if (saved.layout !== layout) throw new UnusableFile('another version of this program wrote it');
  const decoder = new TextDecoder();
  const ids: EntityId[] = [];
  for (const block of saved.ids) {
    for (const id of decoder.decode(block).split('\n')) ids.push(id);
    yield;
  }
  const index = new IdIndex(ids, saved.graph.idSlots);
  const words = perKind((kind) =>
    Object.fromEntries(
      Object.entries(saved.words[kind] ?? {}).map(([field, data]) => [
        field,
        new WordColumn(saved.graph.ranges[kind], data),
      ]),
    ),
  );
  return { graph: { ...saved.graph, ids, nodeOfId: (id) => index.nodeOf(id), words }, beside: saved.beside };
};
