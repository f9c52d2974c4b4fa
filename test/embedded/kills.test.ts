import { killImports, killStarts } from '../support/kills.ts';

describe('the embedded store after kill -9', () => {
  it('has the state before the import or after it, and takes the next one', async () => {
    const { kills, before, after, other } = await killImports(8);
    expect(other).toEqual([]);
    expect(before + after).toBe(kills);
  }, 900_000);

  it('at a start is empty or has the whole seed, and is served by the next start', async () => {
    const { kills, before, after, other } = await killStarts(5);
    expect(other).toEqual([]);
    expect(before + after).toBe(kills);
  }, 900_000);
});
