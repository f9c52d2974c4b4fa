import {
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';

/** A validated operation, its document and its variables. */
interface Operation {
  /** A hash of the text of the document. */
  hash: string;
  document: DocumentNode;
  name: string | null | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * An operation is compiled when it is executed for the third time. Compiling takes some milliseconds, as long as
 * several executions, so it is only useful for operations that are repeated.
 */
const COMPILED_AT_USE = 3;

/**
 * The maximum number of cached operations. The cache also limits their total length, because clients choose the
 * documents.
 */
const CACHED_OPERATIONS = 1_000;
/**
 * The maximum total length of the documents of cached operations, in characters. A compiled operation takes 200 bytes
 * of memory for each character of its document.
 */
const CACHED_CHARACTERS = 250_000;

interface CachedOperation {
  uses: number;
  compiled?: CompiledQuery;
  /** True if the compiler does not support the operation, so that it is not compiled again. */
  isUnsupported?: boolean;
  characters: number;
}

/**
 * Executes operations. From its third use on, a query is executed by a function that was compiled for it. Before that,
 * and if the compiler does not support the query, graphql-js executes it. Both ways give the same results, which a test
 * compares.
 */
export class CompiledExecutor {
  readonly #schema: GraphQLSchema;
  readonly #operations = new LRUCache<string, CachedOperation>({
    max: CACHED_OPERATIONS,
    maxSize: CACHED_CHARACTERS,
    sizeCalculation: ({ characters }) => characters,
  });

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  async execute(operation: Operation, context: unknown): Promise<ExecutionResult> {
    const compiled = await this.#compiled(operation);
    if (!compiled) {
      return execute({
        schema: this.#schema,
        document: operation.document,
        operationName: operation.name ?? null,
        variableValues: operation.variables,
        contextValue: context,
      });
    }
    const result = await compiled.query(undefined, context, { ...operation.variables });
    return result.errors ? { ...result, errors: result.errors.map(withExtensions) } : result;
  }

  async #compiled({ hash, document, name }: Operation): Promise<CompiledQuery | undefined> {
    const key = `${hash} ${name ?? ''}`;
    const cached = this.#operations.get(key) ?? { uses: 0, characters: Math.max(1, document.loc?.end ?? 0) };
    cached.uses += 1;
    if (cached.uses === 1) this.#operations.set(key, cached);
    if (cached.compiled || cached.isUnsupported || cached.uses < COMPILED_AT_USE) return cached.compiled;
    // only queries are compiled, because mutations are too rare for compiling to save time
    if (getOperationAST(document, name)?.operation !== OperationTypeNode.QUERY) return undefined;
    await cooperativeScheduler.nextSlice();
    const result = compileQuery(this.#schema, document, name ?? undefined);
    if (isCompiledQuery(result)) cached.compiled = result;
    else cached.isUnsupported = true;
    return cached.compiled;
  }
}

/**
 * Converts an error of the compiled function to an error as graphql-js makes it, with an object `extensions`, to which
 * plugins add fields.
 */
const withExtensions = (error: GraphQLError): GraphQLError => {
  const { message, path, locations, originalError, extensions } = error;
  const copy = new GraphQLError(message, { path, originalError: originalError ?? null, extensions });
  return Object.assign(copy, { locations });
};
