import { runCooperatively } from '../../../src/graph/cooperativeScheduler.ts';
import { runToEnd, type Steps } from '../../../src/memory/algorithms/steps.ts';

/** Steps of 3 ms each. */
const work = function* (steps: number): Steps<number> {
  for (let step = 0; step < steps; step += 1) {
    const end = performance.now() + 3;
    while (performance.now() < end);
    yield;
  }
  return steps;
};

describe('a computation in steps', () => {
  it('has the same result with and without pauses', async () => {
    expect(runToEnd(work(3))).toBe(3);
    expect(await runCooperatively(work(3))).toBe(3);
  });

  it('lets timers run between its slices', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 0);
    await runCooperatively(work(30));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(1);
  });

  it('begins after short work that has arrived with it', async () => {
    const order: string[] = [];
    const long = function* (): Steps<void> {
      order.push('long');
      yield;
    };
    const running = runCooperatively(long());
    await Promise.resolve();
    order.push('short');
    await running;
    expect(order).toEqual(['short', 'long']);
  });

  it('rejects with the error that it throws', async () => {
    const failing = function* (): Steps<number> {
      yield;
      throw new Error('no');
    };
    await expect(runCooperatively(failing())).rejects.toThrow('no');
  });

  it('ends with the reason of the signal and cleans up', async () => {
    const abort = new AbortController();
    let isCleanedUp = false;
    const endless = function* (): Steps<number> {
      setTimeout(() => abort.abort(new Error('aborted')), 5);
      try {
        for (;;) {
          const end = performance.now() + 3;
          while (performance.now() < end);
          yield;
        }
      } finally {
        isCleanedUp = true;
      }
    };
    await expect(runCooperatively(endless(), abort.signal)).rejects.toThrow('aborted');
    expect(isCleanedUp).toBe(true);
  });
});
