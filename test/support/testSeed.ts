/** Where a run leaves its seed for the test files, which Jest runs in other processes. */
const VARIABLE = 'TEST_SEED';

/** A run draws the same examples as every other run, so that a change fails only by its own faults. */
const USUAL_SEED = 1;

/** Replaces the TEST_SEED of the caller (a whole number, or `random`) by the seed of this run. */
export const chooseSeed = (): void => {
  process.env[VARIABLE] = String(seedFor(process.env[VARIABLE]));
};

/** The seed of this run. */
export const testSeed = (): number => Number(process.env[VARIABLE]);

const seedFor = (setting: string | undefined): number => {
  if (setting === undefined || setting === '') return USUAL_SEED;
  if (setting === 'random') return Math.floor(Math.random() * 2 ** 31);
  if (/^-?\d{1,10}$/.test(setting)) return Number(setting);
  throw new Error(`TEST_SEED is "${setting}". Set it to a whole number, or to random.`);
};
