import { perKind } from '../../graph/model/kinds.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { WordColumn } from './wordColumns.ts';

/** How many elements are copied between two pauses in which requests are served. */
const ELEMENTS_PER_STEP = 500_000;

type Numbers = Uint32Array | Int32Array | Int16Array | Float64Array | Uint8Array;

/**
 * Returns the same graph, with the arrays of relations and fields in memory that threads share. Arrays that already are
 * in shared memory, such as those of a saved graph, are not copied.
 */
export const withSharedArrays = function* (graph: MemoryGraph): Steps<MemoryGraph> {
  const columns = yield* shared(graph.columns);
  const rows = yield* shared(graph.rows);
  const words = perKind((): Record<string, WordColumn> => ({}));
  for (const [kind, fields] of Object.entries(graph.words) as [keyof typeof words, typeof words.PAPER][]) {
    for (const [field, { data }] of Object.entries(fields)) {
      words[kind][field] = new WordColumn(graph.ranges[kind], yield* shared(data));
    }
  }
  return { ...graph, columns, rows, words };
};

/** A copy of an object with all its typed arrays, at any depth, in shared memory. */
const shared = function* <Value extends object>(value: Value): Steps<Value> {
  const copy: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value) as [string, unknown][]) {
    if (ArrayBuffer.isView(each)) copy[name] = yield* sharedArray(each as Numbers);
    else if (typeof each === 'object' && each !== null && !Array.isArray(each))
      copy[name] = yield* shared(each);
    else copy[name] = each;
  }
  return copy as Value;
};

const sharedArray = function* (values: Numbers): Steps<Numbers> {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const Type = values.constructor as new (buffer: SharedArrayBuffer) => Numbers;
  const copy = new Type(new SharedArrayBuffer(values.byteLength));
  for (let start = 0; start < values.length; start += ELEMENTS_PER_STEP) {
    copy.set(values.subarray(start, start + ELEMENTS_PER_STEP), start);
    yield;
  }
  return copy;
};
