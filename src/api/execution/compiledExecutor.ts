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

/** A validated operation with its variables. */
export interface Operation {
  /** Identifies the text of the document. */
  hash: string;
  document: DocumentNode;
  name: string | null | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * The use at which an operation is compiled. Compiling takes some milliseconds, as long as several executions, so it is
 * only useful for operations that are repeated.
 */
const COMPILED_AT_USE = 3;

/** How many operations are remembered. Clients choose the documents, so the cache is also bounded by their length. */
const CACHED_OPERATIONS = 1_000;
/**
 * The total length of the documents of remembered operations. A compiled operation takes 200 bytes of memory for each
 * character of its document.
 */
const CACHED_CHARACTERS = 250_000;

interface CachedOperation {
  uses: number;
  compiled?: CompiledQuery;
  /** Whether the compiler does not support the operation. */
  isUnsupported?: boolean;
  characters: number;
}

/**
 * Executes operations. From its third use on, a query is executed by a function that was compiled for it. Before that,
 * and if the compiler does not support the query, graphql-js executes it. Both give the same answers; a test compares
 * them.
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
    if (getOperationAST(document, name)?.operation !== OperationTypeNode.QUERY) return undefined; // too rare to compile
    await cooperativeScheduler.nextSlice();
    const result = compileQuery(this.#schema, document, name ?? undefined);
    if (isCompiledQuery(result)) cached.compiled = result;
    else cached.isUnsupported = true;
    return cached.compiled;
  }
}

/**
 * Converts an error of the compiled function to the form of graphql-js, with an object `extensions` that plugins fill.
 */
const withExtensions = (error: GraphQLError): GraphQLError => {
  const { message, path, locations, originalError, extensions } = error;
  const copy = new GraphQLError(message, { path, originalError: originalError ?? null, extensions });
  return Object.assign(copy, { locations });
};
