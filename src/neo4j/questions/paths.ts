import type { Author, Entity, Topic } from '../../graph/entities.ts';
import type { EntityId } from '../../graph/ids.ts';
import type {
  CollaborationPathAnswer,
  CollaborationPathQuery,
  PathAnswer,
  PathQuery,
  TopicPathAnswer,
  TopicPathQuery,
} from '../../graph/questions.ts';
import { withNodes } from '../../traversal/pathFinding.ts';
import type { Database } from '../database.ts';
import { readEntities } from '../reads/entities.ts';
import { movingOn, type CurrentImage, type Images } from './images.ts';

/** How often an answer is looked for again because what it names is no longer stored so. */
const ATTEMPTS = 3;

/** Paths, found in the image of the stored topology; records are read for all nodes of the answers at once. */
export class Paths {
  readonly #database: Database;
  readonly #images: Images;

  constructor(database: Database, images: Images) {
    this.#database = database;
    this.#images = images;
  }

  /** @param cap of the stored graph: the most authors of a paper that makes collaborators. */
  betweenAuthors(
    queries: readonly CollaborationPathQuery[],
    cap: number,
  ): Promise<CollaborationPathAnswer[]> {
    return this.#answers(queries, cap, ({ paths }, query) => paths.betweenAuthors(query), isAuthor);
  }

  betweenTopics(queries: readonly TopicPathQuery[], cap: number): Promise<TopicPathAnswer[]> {
    return this.#answers(queries, cap, ({ paths }, query) => paths.betweenTopics(query), isTopic);
  }

  /** An import that has not ended may have removed what the image holds, or added what it does not: it is read anew. */
  async #answers<Query extends PathQuery, Node extends Entity, Step>(
    queries: readonly Query[],
    cap: number,
    find: (current: CurrentImage, query: Query) => Promise<PathAnswer<number, Step>>,
    isNode: (entity: Entity) => entity is Node,
  ): Promise<PathAnswer<Node, Step>[]> {
    if (queries.length === 0) return [];
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const current = await this.#images.current(queries.flatMap(idsIn));
      const asked = queries.map((query) => withOwnIds(query, current));
      if (attempt === ATTEMPTS || asked.every((query) => hasEnds(query, current))) {
        const found = await Promise.all(asked.map((query) => find(current, query)));
        const answers = await this.#withRecords(found, current, cap, isNode);
        if (answers) return answers;
      }
      this.#images.outdate(current);
    }
    throw movingOn();
  }

  /** Undefined where a node is no longer stored under its id. */
  async #withRecords<Node extends Entity, Step>(
    answers: readonly PathAnswer<number, Step>[],
    { image }: CurrentImage,
    cap: number,
    isNode: (entity: Entity) => entity is Node,
  ): Promise<PathAnswer<Node, Step>[] | undefined> {
    const nodes = new Set(answers.flatMap(({ paths }) => paths.flatMap((path) => path.nodes)));
    const ids = Array.from(nodes, (node) => image.ids[node] ?? '');
    const stored = await readEntities(this.#database, cap, ids);
    const records = new Map<number, Node>();
    for (const node of nodes) {
      const id = image.ids[node] ?? '';
      const entity = stored.get(id);
      if (entity?.id !== id || !isNode(entity)) return undefined;
      records.set(node, entity);
    }
    return answers.map((answer) => withNodes(answer, (node) => records.get(node) as Node));
  }
}

const isAuthor = (entity: Entity): entity is Author => entity.kind === 'AUTHOR';
const isTopic = (entity: Entity): entity is Topic => entity.kind === 'TOPIC';

type AnyPathQuery = PathQuery & Pick<CollaborationPathQuery, 'filter'>;

const idsIn = ({ from, to, avoidIds, filter }: AnyPathQuery): EntityId[] => [
  from,
  to,
  ...avoidIds,
  ...(filter?.topicIds ?? []),
  ...(filter?.institutionIds ?? []),
];

const hasEnds = ({ from, to }: PathQuery, { image }: CurrentImage): boolean =>
  image.nodeOf(from) !== undefined && image.nodeOf(to) !== undefined;

/** The query in the ids of the image, which knows no others. */
const withOwnIds = <Query extends AnyPathQuery>(query: Query, { ownId }: CurrentImage): Query => {
  const { from, to, avoidIds, filter } = query;
  return {
    ...query,
    from: ownId(from),
    to: ownId(to),
    avoidIds: avoidIds.map(ownId),
    ...(filter && {
      filter: {
        ...filter,
        ...(filter.topicIds && { topicIds: filter.topicIds.map(ownId) }),
        ...(filter.institutionIds && { institutionIds: filter.institutionIds.map(ownId) }),
      },
    }),
  };
};
