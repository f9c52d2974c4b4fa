import type { CodegenConfig } from '@graphql-codegen/cli';

const records = '../api/subjects/records.ts';

/** The types of the schema that are resolved from a record other than a plain object of their own fields. */
const recordTypes = [
  'Author',
  'Authorship',
  'Collaboration',
  'Completion',
  'Entity',
  'GraphStatistics',
  'Institution',
  'Node',
  'PageInfo',
  'Paper',
  'Topic',
  'TopicStep',
];

const connectionTypes = [
  'Author',
  'AuthorInstitution',
  'AuthorPaper',
  'AuthorTopic',
  'Collaborator',
  'Institution',
  'InstitutionAuthor',
  'InstitutionTopic',
  'Neighbor',
  'Paper',
  'PaperAuthor',
  'PaperTopic',
  'Partner',
  'RelatedTopic',
  'Search',
  'SuggestedCollaborator',
  'Topic',
  'TopicAuthor',
  'TopicInstitution',
].flatMap((name) => [`${name}Connection`, `${name}Edge`]);

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
    // What pages ask: documents as strings, each of their answers typed. Each part of the web has its own, so that
    // none carries another's.
    ...Object.fromEntries(
      ['explorer', 'widget'].map((part) => [`src/web/${part}/__generated__/`, documentsOf(part)]),
    ),
  },
};

export default config;
