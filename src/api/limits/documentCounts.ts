import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The size of a document, counted as if every fragment spread were replaced by the fragment's fields. */
export interface DocumentCounts {
  /** The number of levels at which fields are nested. */
  depth: number;
  fields: number;
  aliases: number;
  /** The largest number of times that one selection set of the document selects the same field. */
  repeated: number;
  directives: number;
}

interface SelectionCounts extends DocumentCounts {
  /**
   * How often the counted selection set selects each field, by the name of the field. Nested selection sets are not
   * included.
   */
  fieldNames: ReadonlyMap<string, number>;
}

/** Fields that are not counted, because clients add them everywhere and they need no reads. */
const freeFields = new Set(['__typename', 'id']);
/** Fields that are not counted, because tools read the schema with deep and wide selections. */
const introspectionFields = new Set(['__schema', '__type']);

const zero: DocumentCounts = { depth: 0, fields: 0, aliases: 0, repeated: 0, directives: 0 };
const emptySelection: SelectionCounts = { ...zero, fieldNames: new Map() };

/**
 * Counts a document in time proportional to its length, because each fragment is counted only once and the result is
 * used for all its spreads. A spread of a fragment inside itself counts as empty; validation refuses it later.
 * Introspection, `__typename` and `id` are only counted in `repeated`.
 */
export const documentCounts = (document: DocumentNode): DocumentCounts =>
  new DocumentCounter(document).sumOfOperations();

class DocumentCounter {
  readonly #document: DocumentNode;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #fragmentCounts = new Map<string, SelectionCounts>();

  constructor(document: DocumentNode) {
    this.#document = document;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition);
    }
  }

  sumOfOperations(): DocumentCounts {
    const sums = { ...zero };
    for (const definition of this.#document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      add(sums, this.#selectionSet(definition.selectionSet));
      sums.directives += definition.directives?.length ?? 0;
    }
    return sums;
  }

  #selectionSet(set: SelectionSetNode): SelectionCounts {
    const sums = { ...zero };
    const fieldNames = new Map<string, number>();
    for (const selection of set.selections) {
      sums.directives += selection.directives?.length ?? 0;
      const counts =
        selection.kind === Kind.FIELD
          ? this.#field(selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.#selectionSet(selection.selectionSet)
            : this.#fragment(selection.name.value);
      add(sums, counts);
      for (const [name, times] of counts.fieldNames)
        fieldNames.set(name, (fieldNames.get(name) ?? 0) + times);
    }
    return { ...sums, repeated: Math.max(sums.repeated, ...fieldNames.values()), fieldNames };
  }

  #field({ name, alias, selectionSet }: FieldNode): SelectionCounts {
    if (introspectionFields.has(name.value)) return emptySelection;
    const fieldNames = new Map([[name.value, 1]]);
    if (!alias && freeFields.has(name.value)) return { ...emptySelection, fieldNames };
    const inner = selectionSet ? this.#selectionSet(selectionSet) : emptySelection;
    return {
      depth: inner.depth + 1,
      fields: inner.fields + 1,
      aliases: inner.aliases + (alias ? 1 : 0),
      repeated: inner.repeated,
      directives: inner.directives,
      fieldNames,
    };
  }

  #fragment(name: string): SelectionCounts {
    const existing = this.#fragmentCounts.get(name);
    if (existing) return existing;
    const fragment = this.#fragments.get(name);
    if (!fragment) return emptySelection;
    // a spread of this fragment inside itself, which is an error, counts as empty
    this.#fragmentCounts.set(name, emptySelection);
    const counts = this.#selectionSet(fragment.selectionSet);
    this.#fragmentCounts.set(name, counts);
    return counts;
  }
}

const add = (sums: DocumentCounts, counts: DocumentCounts): void => {
  sums.depth = Math.max(sums.depth, counts.depth);
  sums.fields += counts.fields;
  sums.aliases += counts.aliases;
  sums.repeated = Math.max(sums.repeated, counts.repeated);
  sums.directives += counts.directives;
};
