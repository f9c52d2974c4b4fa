import { checkedWithin } from '../../../graph/checks.ts';
import type { EntityOf } from '../../../graph/model/entities.ts';
import { badInput } from '../../../graph/errors.ts';
import { checkedId, shortened, type EntityId } from '../../../graph/model/ids.ts';
import type { PathQuery } from '../../../graph/paths.ts';
import { checkedList } from '../../limits/argumentLimits.ts';
import type { Loaders } from '../../loading/loaders.ts';

export const MAX_PATHS = 20;
export const MAX_STEPS = 20;

/** What every question about paths is asked with. */
export interface PathArguments {
  from: string;
  to: string;
  k: number;
  maxLength: number;
  avoidIds?: readonly string[] | null;
}

interface PathQuestion<K extends 'AUTHOR' | 'TOPIC'> {
  from: EntityOf<K>;
  query: PathQuery;
}

/**
 * A question about paths as a store takes it: with the ids its nodes have now, avoiding nothing that is not there.
 *
 * @throws GraphError BAD_USER_INPUT for `k` and `maxLength` outside 1–20, more than 100 `avoidIds`, ids that are
 *   malformed or of another kind, an end that is not stored, and one that is to be avoided.
 */
export const pathQuestion = async <K extends 'AUTHOR' | 'TOPIC'>(
  loaders: Loaders,
  args: PathArguments,
  kind: K,
): Promise<PathQuestion<K>> => {
  const k = checkedWithin(args.k, 1, MAX_PATHS, 'k');
  const maxLength = checkedWithin(args.maxLength, 1, MAX_STEPS, 'maxLength');
  const avoided = checkedList(args.avoidIds ?? [], 'avoidIds').map((id) => checkedId(id, 'avoidIds', kind));
  const ends = [checkedId(args.from, 'from', kind), checkedId(args.to, 'to', kind)];
  const stored = await Promise.all([...ends, ...avoided].map((id) => loaders.entities.load(id)));
  const [from, to, ...others] = stored;
  if (!from) throw notStored('from', args.from, kind);
  if (!to) throw notStored('to', args.to, kind);
  const avoidIds = [...new Set(others.flatMap((each) => each?.id ?? []))].sort();
  if (avoidIds.includes(from.id)) throw avoidedEnd('from', args.from);
  if (avoidIds.includes(to.id)) throw avoidedEnd('to', args.to);
  const query = { from: from.id, to: to.id, k, maxLength, avoidIds };
  return { from: from as EntityOf<K>, query }; // an id's first word is the kind of what it names
};

const notStored = (argument: string, id: EntityId, kind: string) =>
  badInput(argument, `"${shortened(id)}" names no ${kind.toLowerCase()} that is stored here.`);

const avoidedEnd = (end: string, id: EntityId) =>
  badInput('avoidIds', `avoidIds names "${shortened(id)}", which is ${end}: a path cannot avoid its ends.`);
