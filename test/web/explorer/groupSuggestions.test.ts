import { groupSuggestions, type Suggestion } from '../../../src/web/explorer/components/groupSuggestions.ts';

const suggestion = (name: string, count: number, common: string[], paper: string): Suggestion =>
  ({
    node: { id: name, name, paperCount: 1 },
    scores: { commonCollaboratorCount: count },
    commonCollaborators: { nodes: common.map((id) => ({ id, name: id })) },
    introduction: {
      authors: [],
      steps: [{}, { collaboration: { paperCount: 1, papers: { nodes: [{ id: paper }] } } }],
    },
  }) as unknown as Suggestion;

describe('groupSuggestions', () => {
  it('puts the authors of one paper together, in the place of the best one', () => {
    const groups = groupSuggestions([
      suggestion('ann', 3, ['x', 'y'], 'paper:1'),
      suggestion('ben', 3, ['x', 'y'], 'paper:2'),
      suggestion('cem', 3, ['x', 'y'], 'paper:1'),
      suggestion('dan', 4, ['x', 'y'], 'paper:1'),
    ]);
    expect(groups.map((group) => group.map(({ node }) => node.name))).toEqual([
      ['ann', 'cem'],
      ['ben'],
      ['dan'],
    ]);
  });
});
