import type { SuggestionsPageFragment } from '../__generated__/graphql.ts';

export type Suggestion = SuggestionsPageFragment['edges'][number];

/** Suggestions with the same reasons, often the authors of one paper. The best suggestion comes first. */
export type SuggestionGroup = readonly [Suggestion, ...Suggestion[]];

/** Puts suggestions with the same reasons into one group. The group has the position of its first suggestion. */
export const groupSuggestions = (suggestions: readonly Suggestion[]): SuggestionGroup[] => {
  const groups = new Map<string, [Suggestion, ...Suggestion[]]>();
  for (const suggestion of suggestions) {
    const reason = reasonOf(suggestion);
    const group = groups.get(reason);
    if (group) group.push(suggestion);
    else groups.set(reason, [suggestion]);
  }
  return [...groups.values()];
};

/**
 * A text that is equal for suggestions with the same reasons: the same common collaborators, and the same paper that
 * the suggested person wrote with the collaborator who could introduce them.
 */
const reasonOf = ({ scores, commonCollaborators, introduction }: Suggestion): string => {
  const names = commonCollaborators?.nodes.map(({ id }) => id) ?? [];
  const paper = introduction?.steps[1]?.collaboration.papers?.nodes[0]?.id;
  return [scores.commonCollaboratorCount, ...names, paper].join(' ');
};
