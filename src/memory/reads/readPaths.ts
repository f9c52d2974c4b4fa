import type { Entity } from '../../graph/model/entities.ts';
import { withNodes, type PathAnswer } from '../../graph/paths.ts';
import { entitiesByNode } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/** Answers the queries one after the other. The records of all answers are read together. */
export const readPaths = async <Query, Node extends Entity, Step>(
  context: ReadContext,
  queries: readonly Query[],
  find: (query: Query) => Promise<PathAnswer<number, Step>>,
): Promise<PathAnswer<Node, Step>[]> => {
  const answers: PathAnswer<number, Step>[] = [];
  for (const query of queries) answers.push(await find(query));
  const nodes = answers.flatMap(({ paths }) => paths.flatMap((path) => path.nodes));
  const entities = await entitiesByNode(context, nodes);
  return answers.map((answer) => withNodes(answer, (node) => entities.get(node) as Node));
};
