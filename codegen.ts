import { readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const records = '../api/subjects/records.ts';

/** The types, except connections, whose resolvers get a record of records.ts as their parent. */
const recordTypes = [
  'ActivityYear',
  'Author',
  'AuthorComparison',
  'AuthorEvent',
  'AuthorGroup',
  'Authorship',
  'Collaboration',
  'Comparison',
  'Completion',
  'Correction',
  'CorrectionPayload',
  'DuplicateCandidate',
  'Entity',
  'Evidence',
  'GraphSlice',
  'GraphStatistics',
  'GroupKey',
  'Institution',
  'InstitutionComparison',
  'Node',
  'PageInfo',
  'Paper',
  'PaperComparison',
  'PaperGroup',
  'Topic',
  'TopicComparison',
  'TopicStep',
];

/** The connection types of the schema and their edge types. */
const connectionTypes = readdirSync('schema')
  .filter((name) => name.endsWith('.graphql'))
  .flatMap((name) => readFileSync(`schema/${name}`, 'utf8').match(/(?<=^type )\w+(?=Connection\b)/gm) ?? [])
  .flatMap((name) => [`${name}Connection`, `${name}Edge`]);

const scalars = { Date: 'string', DateTime: 'string', URL: 'string', ID: 'string' };

const documentsOf = (part: string) => ({
  preset: 'client',
  documents: `src/web/${part}/**/*.graphql`,
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: 'string',
    useTypeImports: true,
    enumsAsTypes: true,
    immutableTypes: true,
    strictScalars: true,
    scalars,
  },
});

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  importExtension: '.ts',
  generates: {
    'src/__generated__/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        immutableTypes: true,
        strictScalars: true,
        scalars,
        contextType: '../api/execution/requestContext.ts#RequestContext',
        mappers: Object.fromEntries(
          [...recordTypes, ...connectionTypes].map((name) => [name, `${records}#${name}`]),
        ),
        mapperTypeSuffix: 'Record',
        makeResolverTypeCallable: true,
      },
    },
    // The queries of the web pages as strings with typed results; separate files, so that the explorer and the widget
    // each contain only their own queries.
    ...Object.fromEntries(
      ['explorer', 'widget'].map((part) => [`src/web/${part}/__generated__/`, documentsOf(part)]),
    ),
  },
};

export default config;
