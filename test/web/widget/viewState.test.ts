import { formatState, initialState, parseState, type ViewState } from '../../../src/web/widget/viewState.ts';

const state: ViewState = {
  hiddenKinds: new Set(['TOPIC', 'PAPER']),
  hiddenIds: new Set(['author:x:a%20b', 'paper:x:1']),
  years: { first: 1999, last: 2020 },
  coloring: 'year',
  group: 3,
  selected: 'author:x:c%2Bd',
};

describe('the state of the element', () => {
  it('is empty at the beginning', () => {
    expect(formatState(initialState, [])).toBe('');
    expect(parseState('')).toEqual({ state: initialState, steps: [] });
  });

  it('is the same after it was written and read', () => {
    const steps = [
      { nodeId: 'author:x:a%20b', kinds: ['AUTHOR', 'PAPER'] as const },
      { nodeId: 'author:x:a%20b', kinds: ['AUTHOR'] as const },
    ];
    expect(parseState(formatState(state, steps))).toEqual({ state, steps });
  });

  it('ignores what it does not understand', () => {
    expect(parseState('years=new&color=mood&group=9&other=1')).toEqual({ state: initialState, steps: [] });
  });
});
