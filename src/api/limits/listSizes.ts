import { entityKinds } from '../../graph/model/entities.ts';
import { LARGEST_PAGE } from '../../graph/model/pages.ts';
import { LARGEST_SLICE } from '../../graph/slice/graphSlice.ts';
import { LONGEST_LIST } from './argumentLimits.ts';
import { MOST_PATHS, MOST_STEPS } from '../subjects/paths/pathQuery.ts';

/** How many members lists have at most, by the names of their fields. */
export type Sizes = Readonly<Record<string, number>>;

export type Arguments = Readonly<Record<string, unknown>>;

/** Nobody has so many on one paper; more would be counted as these. */
const INSTITUTIONS_OF_AN_AUTHORSHIP = 5;

/** Of an introduction: two people and who knows both. */
const introduction = { authors: 3, steps: 2 };

const whole = (value: unknown, most: number): number =>
  typeof value === 'number' ? Math.min(Math.max(value, 0), most) : most;

const lengthOf = (list: unknown, most: number): number =>
  Array.isArray(list) ? Math.min(list.length, most) : 0;

const paths = ({ k, maxLength }: Arguments): Sizes => {
  const steps = whole(maxLength, MOST_STEPS);
  return { paths: whole(k, MOST_PATHS), steps, authors: steps + 1, topics: steps + 1 };
};

const slice = ({ ids, depth, perKind, kinds }: Arguments): Sizes => {
  const centers = lengthOf(ids, LARGEST_SLICE.nodes);
  const ofKinds = lengthOf(kinds, entityKinds.length) || entityKinds.length;
  const around = whole(perKind, LARGEST_PAGE) * ofKinds;
  let last = centers;
  let nodes = centers;
  for (let step = 0; step < whole(depth, 2); step += 1) {
    last *= around;
    nodes += last;
  }
  nodes = Math.min(nodes, LARGEST_SLICE.nodes);
  return { nodes, edges: Math.min(4 * nodes, LARGEST_SLICE.edges) };
};

/** What the arguments of a field say of the lists in what it returns. Past a bound they count as the bound. */
const bySize: Readonly<Record<string, (given: Arguments) => Sizes>> = {
  'Authorship.institutions': () => ({ institutions: INSTITUTIONS_OF_AN_AUTHORSHIP }),
  'Query.autocomplete': ({ first }) => ({ autocomplete: whole(first, LARGEST_PAGE) }),
  'Query.collaborationPaths': paths,
  'Query.graph': slice,
  'Query.lookups': ({ identifiers }) => ({ lookups: lengthOf(identifiers, LONGEST_LIST) }),
  'Query.nodes': ({ ids }) => ({ nodes: lengthOf(ids, LONGEST_LIST) }),
  'Query.topicPaths': paths,
  'SuggestedCollaboratorEdge.introduction': () => introduction,
};

/** Undefined where the field says nothing of sizes: then what is around it holds. */
export const listSizes = (field: string, returns: string, given: () => Arguments): Sizes | undefined => {
  if (returns.endsWith('Connection')) {
    const first = whole(given()['first'], LARGEST_PAGE);
    return { nodes: first, edges: first };
  }
  return bySize[field]?.(given());
};
