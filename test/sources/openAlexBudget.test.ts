import { OpenAlexBudget } from '../../src/sources/openAlex/openAlexBudget.ts';

const budgetOf = (documents: readonly (readonly [string, string])[], source = 'search') =>
  new OpenAlexBudget(new Map(documents), { source, budgetUsd: 0.0025, hasKey: false });
const answer = (cost: string) => new Headers({ 'x-ratelimit-cost-usd': cost });

describe('the budget for OpenAlex', () => {
  it('keeps the price that the service stated for the lists of a source for later runs', () => {
    let served = 0;
    const run = (budget: OpenAlexBudget): void => {
      for (;;) {
        budget.reserve();
        served += 0.001;
        budget.noteAnswer(answer('0.001'));
      }
    };
    let documents: (readonly [string, string])[] = [];
    for (let count = 0; count < 3; count += 1) {
      const budget = budgetOf(documents);
      expect(() => run(budget)).toThrow(/used up for today \(\$0\.002 spent\)/);
      documents = [budget.document];
    }
    expect(served).toBeCloseTo(0.002);
    const other = budgetOf(documents, 'list');
    expect(other.costUsd(1)).toBe(0.0001);
    other.reserve();
    expect(other.spentUsd).toBe(0.0021);
  });

  it('counts the stated price if it is lower than expected, and no price of 0', () => {
    const budget = budgetOf([]);
    for (const cost of ['0.001', '0.0002', '0']) {
      budget.reserve();
      budget.noteAnswer(answer(cost));
    }
    expect(budget.spentUsd).toBe(0.0014);
  });
});
