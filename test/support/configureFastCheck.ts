import fc from 'fast-check';
import { testSeed } from './testSeed.ts';

// Before each test file. A failing test prints its seed and a path to the example; both can be given to fc.assert.
fc.configureGlobal({ seed: testSeed() });
