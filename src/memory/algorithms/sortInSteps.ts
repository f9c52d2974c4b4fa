import { at } from './adjacency.ts';
import type { Steps } from './steps.ts';

/** How many values are sorted, and how many are merged, between two pauses in which requests are served. */
const SORTED_PER_STEP = 1_000;
const MERGED_PER_STEP = 5_000;

type Numbers = Uint32Array | Float64Array;
type Compare = (left: number, right: number) => number;

/**
 * Returns the values in sorted order: sorts short parts first, and then merges them in pairs. The contents of `values`
 * are undefined afterwards.
 */
export const sortInSteps = function* <Values extends Numbers>(
  values: Values,
  compare: Compare,
): Steps<Values> {
  const { length } = values;
  for (let start = 0; start < length; start += SORTED_PER_STEP) {
    values.subarray(start, start + SORTED_PER_STEP).sort(compare);
    yield;
  }
  let [sorted, merged]: [Numbers, Numbers] = [values, values.slice()];
  for (let width = SORTED_PER_STEP; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, length), Math.min(start + 2 * width, length)];
      yield* merge(sorted, merged, { start, middle, end }, compare);
    }
    [sorted, merged] = [merged, sorted];
  }
  return sorted as Values;
};

/** Two sorted parts of an array: from `start` to `middle`, and from `middle` to `end`. */
interface Parts {
  start: number;
  middle: number;
  end: number;
}

const merge = function* (
  from: Numbers,
  into: Numbers,
  { start, middle, end }: Parts,
  compare: Compare,
): Steps<void> {
  let left = start;
  let right = middle;
  for (let place = start; place < end; place += 1) {
    if (place % MERGED_PER_STEP === 0) yield;
    const isLeft = right === end || (left < middle && compare(at(from, left), at(from, right)) <= 0);
    into[place] = isLeft ? at(from, left++) : at(from, right++);
  }
};
