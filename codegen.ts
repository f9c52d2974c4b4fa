import type { CodegenConfig } from '@graphql-codegen/cli';

const records = '../api/records.ts';

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
        scalars: { Date: 'string', DateTime: 'string', URL: 'string', ID: 'string' },
        contextType: '../api/context.ts#RequestContext',
        mappers: Object.fromEntries(
          [...recordTypes, ...connectionTypes].map((name) => [name, `${records}#${name}`]),
        ),
        mapperTypeSuffix: 'Record',
        makeResolverTypeCallable: true,
      },
    },
  },
};

export default config;
