import type { EntityKind } from '../slice.ts';

export interface Palette {
  kinds: Readonly<Record<EntityKind, string>>;
  edge: string;
  accent: string;
  text: string;
  background: string;
  /** A CSS font family. */
  font: string;
}
