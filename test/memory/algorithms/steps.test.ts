import { runToEnd, runInSlices, type Steps } from '../../../src/memory/algorithms/steps.ts';

/** Parts of some milliseconds each. */
const work = function* (parts: number): Steps<number> {
  for (let part = 0; part < parts; part += 1) {
    const end = performance.now() + 3;
    while (performance.now() < end);
    yield;
  }
  return parts;
};

describe('work in parts', () => {
  it('is the same at once and in cooperativeScheduler', async () => {
    expect(runToEnd(work(3))).toBe(3);
    expect(await runInSlices(work(3))).toBe(3);
  });

  it('lets others have cooperativeScheduler', async () => {
    let cooperativeScheduler = 0;
    const other = setInterval(() => (cooperativeScheduler += 1), 0);
    await runInSlices(work(30));
    clearInterval(other);
    expect(cooperativeScheduler).toBeGreaterThan(1);
  });

  it('fails as it fails', async () => {
    const failing = function* (): Steps<number> {
      yield;
      throw new Error('no');
    };
    await expect(runInSlices(failing())).rejects.toThrow('no');
  });
});
