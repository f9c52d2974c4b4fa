/** Something to be measured with one start after another. */
export type Measured<Start> = (start: Start) => unknown;

/** What a measurement may cost: whichever is reached first. */
export interface Bounds {
  /** Passes over all starts. */
  rounds: number;
  /** As much again is for warming up, at most. */
  milliseconds: number;
}

/** The value below which the part of the samples lies; NaN without samples. */
export const quantile = (samples: readonly number[], part: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
};

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/**
 * Times the sides with the same start one right after the other, each in turn first, so that whatever else the
 * machine does hits all of them alike. A pass before that is for warming up and is not counted.
 *
 * @returns milliseconds a call, by side
 */
export const interleaved = async <Side extends string, Start>(
  sides: Readonly<Record<Side, Measured<Start>>>,
  starts: readonly Start[],
  { rounds, milliseconds }: Bounds,
): Promise<Record<Side, number[]>> => {
  await passes(sides, starts, { rounds: 1, milliseconds });
  return passes(sides, starts, { rounds, milliseconds });
};

const passes = async <Side extends string, Start>(
  sides: Readonly<Record<Side, Measured<Start>>>,
  starts: readonly Start[],
  { rounds, milliseconds }: Bounds,
): Promise<Record<Side, number[]>> => {
  const names = Object.keys(sides) as Side[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>;
  const end = performance.now() + milliseconds;
  for (let turn = 0; turn < rounds * starts.length && performance.now() < end; turn += 1) {
    for (let place = 0; place < names.length; place += 1) {
      const name = names[(turn + place) % names.length]!;
      const began = performance.now();
      await sides[name](starts[turn % starts.length]!);
      samples[name].push(performance.now() - began);
    }
  }
  return samples;
};

/** Runs once and says how many seconds it took. */
export const secondsOf = async (action: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await action();
  return (performance.now() - began) / 1_000;
};

/** The same order on every run, but none that means anything: hubs and loners mixed. */
export const shuffled = <Item>(items: readonly Item[]): Item[] => {
  let state = 20_240_501;
  const random = (): number => (state = (state * 48_271) % 0x7fffffff) / 0x7fffffff;
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
};
