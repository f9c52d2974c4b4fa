import { LitElement } from 'lit';
import type { SliceRequest } from './api/fetchSlice.ts';
import { entityKinds, type EntityKind, type GivenSlice, type RelationKind } from './slice.ts';

/** The attributes and properties that determine which slice (part of the graph) an element shows. */
export class SliceElement extends LitElement {
  static override properties: Record<string, object> = {
    endpoint: { type: String },
    entity: { type: String },
    kinds: { type: String },
    show: { type: String },
    relations: { type: String },
    depth: { type: Number },
    perKind: { type: Number, attribute: 'per-kind' },
    data: { attribute: false },
  };

  declare endpoint: string | null;
  declare entity: string | null;
  declare kinds: string | null;
  declare show: string | null;
  declare relations: string | null;
  declare depth: number | null;
  declare perKind: number | null;
  declare data: GivenSlice | null;

  constructor() {
    super();
    this.endpoint = this.entity = this.kinds = this.show = this.relations = null;
    this.depth = this.perKind = this.data = null;
  }

  protected sliceRequest(): SliceRequest {
    return {
      endpoint: this.endpoint ?? '/graphql',
      ids: splitWords(this.entity),
      kinds: kindsOf(this.show ?? this.kinds),
      relations: splitWords(this.relations).map((word) => word.toUpperCase()) as RelationKind[],
      depth: this.depth ?? 1,
      perKind: this.perKind ?? 10,
      withTotals: this.show !== null,
    };
  }

  /** The kinds that the user can show or hide: those of the attribute `kinds`, or all kinds. */
  protected offeredKinds(): readonly EntityKind[] {
    const kinds = kindsOf(this.kinds);
    return kinds.length > 0 ? kinds : entityKinds;
  }
}

const kindsOf = (text: string | null): EntityKind[] =>
  splitWords(text).map((word) => word.toUpperCase()) as EntityKind[];

/** Splits the value of an attribute at spaces and commas. */
const splitWords = (text: string | null): string[] => (text ?? '').split(/[\s,]+/).filter(Boolean);
