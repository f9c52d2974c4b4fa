import { atOnce, inTurns, type InParts } from '../../../src/memory/algorithms/steps.ts';

/** Parts of some milliseconds each. */
const work = function* (parts: number): InParts<number> {
  for (let part = 0; part < parts; part += 1) {
    const end = performance.now() + 3;
    while (performance.now() < end);
    yield;
  }
  return parts;
};

describe('work in parts', () => {
  it('is the same at once and in turns', async () => {
    expect(atOnce(work(3))).toBe(3);
    expect(await inTurns(work(3))).toBe(3);
  });

  it('lets others have turns', async () => {
    let turns = 0;
    const other = setInterval(() => (turns += 1), 0);
    await inTurns(work(30));
    clearInterval(other);
    expect(turns).toBeGreaterThan(1);
  });

  it('fails as it fails', async () => {
    const failing = function* (): InParts<number> {
      yield;
      throw new Error('no');
    };
    await expect(inTurns(failing())).rejects.toThrow('no');
  });
});
