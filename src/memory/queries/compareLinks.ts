import { compareTexts } from '../../graph/model/compareTexts.ts';
import type { Link } from '../../graph/links.ts';
import { relationKinds } from '../../graph/model/relations.ts';

/** By relation in the enum's order, then source, then target. */
export const compareLinks = (left: Link, right: Link): number =>
  relationKinds.indexOf(left.relation) - relationKinds.indexOf(right.relation) ||
  compareTexts(left.source, right.source) ||
  compareTexts(left.target, right.target);
