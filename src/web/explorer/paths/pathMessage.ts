import type { PathCost } from '../__generated__/graphql.ts';
import { counted } from '../labels.ts';
import type { FoundChains } from './pathResult.ts';
import type { PathChoices } from './pathOptions.ts';

interface Said {
  heading: string;
  /** What it means, and what one could do. */
  meaning: string;
}

/** What a search for paths found, or proved, in words. */
export const statusWords = (
  { status, isComplete, chains }: FoundChains,
  { maxLength, k, cost }: PathChoices,
  filtered: boolean,
): Said => {
  switch (status) {
    case 'FOUND':
      return {
        heading: foundHeading(chains[0]?.steps.length ?? 0, chains.length, cost),
        meaning: isComplete
          ? chains.length < k
            ? `There ${chains.length === 1 ? 'is no other chain' : 'are no more chains'} of at most ${counted(maxLength, 'step')}.`
            : ''
          : 'The search had done all the work it may do before it knew all the chains asked for. These are the best ones.',
      };
    case 'NOT_CONNECTED':
      return {
        heading: 'They are not connected',
        meaning: filtered
          ? 'This is certain: over the papers that pass the filters there is no chain of any length. Fewer filters may find one.'
          : 'This is certain: over the papers stored here there is no chain of any length.',
      };
    case 'BEYOND_MAX_LENGTH':
      return {
        heading: `No chain of at most ${counted(maxLength, 'step')}`,
        meaning: 'This is certain. A longer chain may exist: allow more steps to look for it.',
      };
    case 'STOPPED':
      return {
        heading: 'The search was stopped',
        meaning:
          'It had done all the work it may do and found nothing so far. There may be a chain or not: fewer steps or a narrower filter make the search smaller.',
      };
  }
};

const foundHeading = (steps: number, chains: number, cost: PathCost): string => {
  if (steps === 0) return 'They are the same';
  const found = `${counted(chains, 'chain')} found`;
  // the strongest chain may be a longer one than they are apart
  if (cost === 'STRENGTH') return `${found}, the strongest of ${counted(steps, 'step')}`;
  const apart = `${counted(steps, 'step')} apart`;
  return chains > 1 ? `${apart}, ${found}` : apart;
};
