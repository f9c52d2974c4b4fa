import fc from 'fast-check';
import type { CollaborationPathAnswer, CollaborationPathQuery } from '../../src/graph/paths.ts';
import { handGraph, type HandGraph } from '../support/byHand.ts';
import {
  denseGraphs,
  drawnCollaborations,
  sparseGraphs,
  type CollaborationSizes,
} from '../support/drawnCollaborations.ts';
import { drawnCollaborationQueries } from '../support/drawnPathQueries.ts';
import { collaborationPathsByHand, type HandPath } from '../support/pathsByHand.ts';
import { asHandEdge, storeWith } from '../support/questions.ts';
import type { HandEdge } from '../support/relationsByHand.ts';
import { describeStores } from '../support/stores.ts';

const asHandPaths = ({ paths }: CollaborationPathAnswer): HandPath<HandEdge>[] =>
  paths.map(({ nodes, steps, cost }) => ({
    nodes: nodes.map((node) => node.id),
    steps: steps.map((edge, index) => asHandEdge(nodes[index]?.id ?? '', nodes[index + 1]?.id ?? '', edge)),
    cost,
  }));

const expectAgreement = (
  graph: HandGraph,
  query: CollaborationPathQuery,
  answer: CollaborationPathAnswer | undefined,
): void => {
  if (!answer) throw new Error('a query has no answer');
  const { statuses, paths } = collaborationPathsByHand(graph, query);
  expect({ query, isComplete: answer.isComplete, paths: asHandPaths(answer) }).toEqual({
    query,
    isComplete: true,
    paths,
  });
  expect(statuses).toContain(answer.status);
};

describeStores('paths between authors of drawn graphs', ({ open, draws }) => {
  const agree = (sizes: CollaborationSizes, longest: number, numRuns: number): Promise<void> =>
    fc.assert(
      fc.asyncProperty(
        drawnCollaborations(sizes),
        drawnCollaborationQueries(16, longest),
        async (records, queriesAmong) => {
          const graph = handGraph(records);
          const queries = queriesAmong([...graph.authors.keys()].sort());
          const answers = await (await storeWith(open, records)).collaborationPaths(queries);
          expect(answers).toHaveLength(queries.length);
          queries.forEach((query, index) => expectAgreement(graph, query, answers[index]));
        },
      ),
      { numRuns },
    );

  it('are the first k of all simple paths up to a length, in graphs where most people are close', async () => {
    await agree(denseGraphs, 6, Math.ceil(draws / 2));
  }, 300_000);

  it('are the first k of all simple paths of any length, in graphs with long chains', async () => {
    await agree(sparseGraphs, 20, Math.ceil(draws / 2));
  }, 300_000);
});
