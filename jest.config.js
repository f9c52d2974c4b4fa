/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/test/bench/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2022',
          transform: { verbatimModuleSyntax: true },
        },
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
  setupFiles: ['<rootDir>/test/support/configureFastCheck.ts'],
  reporters: ['default', '<rootDir>/test/support/summaryReporter.js'],
  // Beside each worker runs a Neo4j and, at times, a browser.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  // Against hanging, not a measure: the first statements on a cold Neo4j take seconds to plan on a busy machine.
  testTimeout: 120_000,
};
