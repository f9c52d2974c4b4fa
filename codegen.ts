import { readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { kinds } from './src/graph/model/kinds.ts';
import { relations } from './src/graph/model/relations.ts';

const parents = '../api/subjects/parents.ts';

/** The types, except entities and connections, whose resolvers get a record of parents.ts as their parent. */
const recordTypes = [
  'ActivityYear',
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
  'InstitutionComparison',
  'Node',
  'PageInfo',
  'PaperComparison',
  'PaperGroup',
  'Removal',
  'TopicComparison',
  'TopicStep',
];

const schema = buildSchema(
  readdirSync('schema')
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFileSync(`schema/${name}`, 'utf8'))
    .join('\n'),
);

/** A GraphQL type and the TypeScript type of its resolvers' parent. */
type Mapper = [type: string, parent: string];

/** The parents of a connection type's resolvers and of its edge type's. */
const connectionMappers = (name: string, connection: string, edge: string): Mapper[] => [
  [`${name}Connection`, connection],
  [`${name}Edge`, edge],
];

const generic = (type: string, argument: string, file = parents) =>
  `import('${file}').${type}<'${argument}'>`;

/** The types of the entities, and of their lists. */
const entityMappers = Object.entries(kinds).flatMap(([kind, { typeName }]): Mapper[] => [
  [typeName, generic('BriefEntityOf', kind, '../graph/model/entities.ts')],
  ...connectionMappers(typeName, generic('ListConnection', kind), generic('ListEdge', kind)),
]);

/** The connection types of the relations, except those that list nothing but entities. */
const relationMappers = Object.entries(relations).flatMap(([relation, { from, field }]) => {
  const parent = schema.getType(kinds[from].typeName);
  const type = isObjectType(parent) ? parent.getFields()[field]?.type : undefined;
  if (!type)
    throw new Error(
      `The schema lacks ${kinds[from].typeName}.${field}, the field of the relation ${relation}.`,
    );
  const name = getNamedType(type).name.replace(/Connection$/, '');
  return connectionMappers(name, generic('RelationConnection', relation), generic('RelationEdge', relation));
});

/** All other connection types have parents under their own names. */
const otherMappers = Object.keys(schema.getTypeMap())
  .filter((name) => name.endsWith('Connection'))
  .flatMap((name) => [name, name.replace(/Connection$/, 'Edge')])
  .concat(recordTypes)
  .map((name): Mapper => [name, `${parents}#${name}`]);

const mappers: Record<string, string> = Object.fromEntries([
  ...otherMappers,
  ...relationMappers,
  ...entityMappers,
]);

const scalars = { Date: 'string', DateTime: 'string', URL: 'string', ID: 'string' };

const documentsOf = (part: string) => ({
  preset: 'client',
  documents: [`src/web/${part}/**/*.graphql`, 'src/web/sliceFields.graphql'],
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
        contextType: '../api/requestContext.ts#RequestContext',
        mappers,
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
