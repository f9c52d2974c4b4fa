import { formatCount } from '../format.ts';
import { hasFilter, type PathOptions } from './pathOptions.ts';
import type { PathResult } from './pathResult.ts';

interface PathMessage {
  heading: string;
  /** What the result means, and what the user can do; may be empty. */
  explanation: string;
}

/** Describes the result of a path search in words. */
export const pathMessage = (result: PathResult, options: PathOptions): PathMessage => {
  const steps = formatCount(options.maxLength, 'step');
  switch (result.status) {
    case 'FOUND':
      return { heading: foundHeading(result, options), explanation: foundExplanation(result, options) };
    case 'NOT_CONNECTED':
      return {
        heading: 'They are not connected',
        explanation: `No chain of joint papers leads from one to the other. ${
          hasFilter(options)
            ? 'This is certain for the papers that pass the filters. With fewer filters there may be a path.'
            : 'This is certain for the papers stored here.'
        }`,
      };
    case 'BEYOND_MAX_LENGTH':
      return {
        heading: `No path with at most ${steps}`,
        explanation: 'This is certain. To find a longer path, increase the maximum number of steps.',
      };
    case 'STOPPED':
      return {
        heading: 'The search was stopped',
        explanation:
          'The search reached the limit of its work and found no path. There may be one. A search with fewer steps or a narrower filter needs less work.',
      };
  }
};

const foundHeading = ({ paths }: PathResult, { cost }: PathOptions): string => {
  const length = paths[0]?.steps.length ?? 0;
  if (length === 0) return 'Both are the same';
  const count = `${formatCount(paths.length, 'path')} found`;
  // The strongest path is not always the shortest. Its length may be greater than the distance.
  if (cost === 'STRENGTH') return `${count}, the strongest with ${formatCount(length, 'step')}`;
  const distance = `${formatCount(length, 'step')} apart`;
  return paths.length > 1 ? `${distance}, ${count}` : distance;
};

const foundExplanation = (
  { isComplete, paths, comparedCount = 0 }: PathResult,
  { k, maxLength }: PathOptions,
): string => {
  if (!isComplete)
    return 'The search reached the limit of its work before it had found all paths. These are the best ones.';
  if (comparedCount > paths.length)
    return `The best path, and those of the ${comparedCount} best that have the least in common with it.`;
  if (paths.length >= k) return '';
  const subject = paths.length === 1 ? 'There is no other path' : 'There are no more paths';
  return `${subject} with at most ${formatCount(maxLength, 'step')}.`;
};
