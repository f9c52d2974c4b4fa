/** What came of some clients asking for a while. */
export interface Loaded {
  /** Good answers. */
  perSecond: number;
  answers: number;
  /** From asking to the end of a good answer, each. */
  milliseconds: number[];
  /** What was said where an answer was no good one. */
  failures: string[];
}

export interface LoadBounds {
  clients: number;
  /** When no more questions are begun. */
  milliseconds?: number;
  /** How many questions there are. */
  requests?: number;
}

/**
 * Clients that each ask their next question as soon as the last is answered, and together go round the starts. When
 * the time is over, what has been asked is still waited for and counted, so that slow answers are not left out.
 */
export const load = async <Start>(
  ask: (start: Start) => Promise<unknown>,
  starts: readonly Start[],
  { clients, milliseconds = Infinity, requests = Infinity }: LoadBounds,
): Promise<Loaded> => {
  const samples: number[] = [];
  const failures: string[] = [];
  const began = performance.now();
  let next = 0;
  const client = async (): Promise<void> => {
    do {
      if (next >= requests) return;
      const start = starts[next % starts.length]!;
      next += 1;
      const asked = performance.now();
      try {
        await ask(start);
        samples.push(performance.now() - asked);
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    } while (performance.now() - began < milliseconds);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = performance.now() - began;
  return {
    perSecond: (samples.length / elapsed) * 1_000,
    answers: samples.length,
    milliseconds: samples,
    failures,
  };
};
