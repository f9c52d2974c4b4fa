import { checkedList, checkedWithin } from '../../../graph/checks.ts';
import type { EntityOf } from '../../../graph/model/entities.ts';
import { badInput } from '../../../graph/errors.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';
import { shortened, type EntityId } from '../../../graph/model/ids.ts';
import type { PathQuery } from '../../../graph/paths.ts';
import type { Loaders } from '../../loading/loaders.ts';

export const MAX_PATHS = 20;
export const MAX_STEPS = 20;

/** The arguments that the fields collaborationPaths and topicPaths have in common. */
export interface PathArguments {
  from: string;
  to: string;
  k: number;
  maxLength: number;
  avoidIds?: readonly string[] | null;
}

interface CheckedPathQuery<K extends 'AUTHOR' | 'TOPIC'> {
  /** The entity at which the paths start. */
  from: EntityOf<K>;
  query: PathQuery;
}

/**
 * Converts the arguments to the form for a store: with the current ids of the entities, and only those `avoidIds` that
 * are stored.
 *
 * @throws GraphError BAD_USER_INPUT for `k` and `maxLength` outside 1–20, more than 100 `avoidIds`, ids that are
 *   malformed or of another kind, `from` or `to` if it is not stored, and `from` or `to` if it is among the `avoidIds`.
 */
export const pathQuery = async <K extends 'AUTHOR' | 'TOPIC'>(
  loaders: Loaders,
  args: PathArguments,
  kind: K,
): Promise<CheckedPathQuery<K>> => {
  const k = checkedWithin(args.k, 1, MAX_PATHS, 'k');
  const maxLength = checkedWithin(args.maxLength, 1, MAX_STEPS, 'maxLength');
  const avoidedIds = checkedList(args.avoidIds ?? [], 'avoidIds').map((id) =>
    checkedId(id, 'avoidIds', kind),
  );
  const ends = [checkedId(args.from, 'from', kind), checkedId(args.to, 'to', kind)];
  const entities = await Promise.all([...ends, ...avoidedIds].map((id) => loaders.entities.load(id)));
  const [from, to, ...avoided] = entities;
  if (!from) throw notStored('from', args.from, kind);
  if (!to) throw notStored('to', args.to, kind);
  const avoidIds = [...new Set(avoided.flatMap((entity) => entity?.id ?? []))].sort();
  if (avoidIds.includes(from.id)) throw endIsAvoided('from', args.from);
  if (avoidIds.includes(to.id)) throw endIsAvoided('to', args.to);
  const query = { from: from.id, to: to.id, k, maxLength, avoidIds };
  // the cast is safe, because the id begins with the kind, which was checked
  return { from: from as EntityOf<K>, query };
};

const notStored = (argument: string, id: EntityId, kind: string) =>
  badInput(
    argument,
    `${argument} is "${shortened(id)}", but no ${kind.toLowerCase()} with this id is stored.`,
  );

const endIsAvoided = (end: string, id: EntityId) =>
  badInput(
    'avoidIds',
    `avoidIds contains "${shortened(id)}", which is also "${end}"; a path cannot avoid its ends.`,
  );
