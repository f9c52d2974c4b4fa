import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, globalIgnores } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom inside src (a folder may always import itself). The two stores may be chosen only by
 * server.ts, cli.ts and commands, which may import anything; whatever is not listed may import no store.
 */
const mayImport = {
  graph: [],
  memory: ['graph'],
  api: ['graph', 'export', '__generated__'],
  import: ['graph', '__generated__'],
  export: ['graph'],
  sources: ['graph', 'import'],
  web: ['graph', '__generated__'],
  neo4j: ['graph', 'memory'],
  embedded: ['graph', 'memory'],
};
const stores = ['neo4j', 'embedded'];
const choosers = ['server.ts', 'cli.ts', 'commands'];

const zones = Object.entries(mayImport).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...allowed].map((name) => `./${name}`),
  message: `src/${folder} may import only ${[`src/${folder}`, ...allowed.map((name) => `src/${name}`)].join(', ')}.`,
}));
const others = readdirSync(join(import.meta.dirname, 'src')).filter(
  (name) => !(name in mayImport) && !choosers.includes(name),
);
const storeZones = others.flatMap((name) =>
  stores.map((store) => ({
    target: `./src/${name}`,
    from: `./src/${store}`,
    message: 'Only server.ts, cli.ts and commands choose a store.',
  })),
);

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.cache/', '**/__generated__/', 'data/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...storeZones] }],
      'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Resolvers and stores answer promises by their interface, whether or not they wait for anything.
      '@typescript-eslint/require-await': 'off',
      // Misfires on every options object of neo4j-driver, which declares those as classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `void` as a statement marks a promise that is left to itself on purpose.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // In a test a wrong `!` fails the test, which is all that is wanted.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off', // expect.any() and its like are any
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // There an answer is whatever the query asked for, and a wrong path into it fails the test.
    files: ['test/api/**/*.ts', 'test/support/api/*.ts', 'test/commands/*.ts', 'test/readme.test.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    rules: { 'no-unused-vars': 'error', eqeqeq: 'error', 'prefer-const': 'error', 'no-var': 'error' },
  },
);
