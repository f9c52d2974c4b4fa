import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large a document is, with the fragments spread wherever they are used. */
export interface DocumentCounts {
  /** Fields within fields. */
  depth: number;
  fields: number;
  aliases: number;
  /** The most often that one field is selected in one place. */
  repeated: number;
  directives: number;
}

/** What a selection adds to the place it stands in. */
interface Selected extends DocumentCounts {
  /** How often each field is selected in this very place. */
  here: ReadonlyMap<string, number>;
}

/** Clients add these everywhere, and they cost nothing. */
const free = new Set(['__typename', 'id']);
/** What tools ask the schema with, deep and wide. */
const introspection = new Set(['__schema', '__type']);

const nothing: Selected = { depth: 0, fields: 0, aliases: 0, repeated: 0, directives: 0, here: new Map() };

/**
 * Counts a document before it is validated, in time that grows with its length: what a fragment counts is found
 * once, however often it is spread. Of a fragment that contains itself (which validation refuses) the inner one
 * counts nothing. Introspection is not counted, nor are `__typename` and `id`, but for being repeated.
 */
export const documentCounts = (document: DocumentNode): DocumentCounts => new Counting(document).whole();

class Counting {
  readonly #document: DocumentNode;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #ofFragments = new Map<string, Selected>();

  constructor(document: DocumentNode) {
    this.#document = document;
    for (const each of document.definitions) {
      if (each.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(each.name.value, each);
    }
  }

  /** The sums over all operations. */
  whole(): DocumentCounts {
    const sums = { depth: 0, fields: 0, aliases: 0, repeated: 0, directives: 0 };
    for (const each of this.#document.definitions) {
      if (each.kind !== Kind.OPERATION_DEFINITION) continue;
      add(sums, this.#selected(each.selectionSet));
      sums.directives += each.directives?.length ?? 0;
    }
    return sums;
  }

  #selected(set: SelectionSetNode): Selected {
    const sums = { depth: 0, fields: 0, aliases: 0, repeated: 0, directives: 0 };
    const here = new Map<string, number>();
    for (const selection of set.selections) {
      sums.directives += selection.directives?.length ?? 0;
      const part =
        selection.kind === Kind.FIELD
          ? this.#ofField(selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.#selected(selection.selectionSet)
            : this.#ofFragment(selection.name.value);
      add(sums, part);
      for (const [name, times] of part.here) here.set(name, (here.get(name) ?? 0) + times);
    }
    return { ...sums, repeated: Math.max(sums.repeated, ...here.values()), here };
  }

  #ofField({ name, alias, selectionSet }: FieldNode): Selected {
    if (introspection.has(name.value)) return nothing;
    const here = new Map([[name.value, 1]]);
    if (!alias && free.has(name.value)) return { ...nothing, here };
    const inside = selectionSet ? this.#selected(selectionSet) : nothing;
    return {
      depth: inside.depth + 1,
      fields: inside.fields + 1,
      aliases: inside.aliases + (alias ? 1 : 0),
      repeated: inside.repeated,
      directives: inside.directives,
      here,
    };
  }

  #ofFragment(name: string): Selected {
    const known = this.#ofFragments.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return nothing;
    this.#ofFragments.set(name, nothing); // what it is inside of itself
    const counted = this.#selected(fragment.selectionSet);
    this.#ofFragments.set(name, counted);
    return counted;
  }
}

const add = (sums: DocumentCounts, part: DocumentCounts): void => {
  sums.depth = Math.max(sums.depth, part.depth);
  sums.fields += part.fields;
  sums.aliases += part.aliases;
  sums.repeated = Math.max(sums.repeated, part.repeated);
  sums.directives += part.directives;
};
