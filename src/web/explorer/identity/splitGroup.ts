import { MixturePapersDocument, SplitAuthorDocument } from '../__generated__/graphql.ts';
import { RequestError } from '../api/requestError.ts';
import { sendQuery } from '../api/sendQuery.ts';

/** The largest group that can be assigned to another person at once, in papers. */
export const MOST_SPLIT = 100;

/**
 * Assigns a group of an author's papers to another person. Returns the id of that person.
 *
 * @param firstPaperId the first paper of the group
 * @throws {RequestError} if the request fails, or if the groups have changed and none begins with this paper
 */
export const splitGroup = async (authorId: string, firstPaperId: string): Promise<string> => {
  const { data } = await sendQuery(MixturePapersDocument, { id: authorId });
  const group = data.author?.possibleMixture?.find(({ papers }) => papers[0]?.id === firstPaperId);
  if (!group) throw new RequestError(undefined, 'The groups of papers have changed. Reload the page.');
  const paperIds = group.papers.map(({ id }) => id);
  const { splitAuthor } = (await sendQuery(SplitAuthorDocument, { authorId, paperIds })).data;
  return splitAuthor.entities.find(({ id }) => id !== authorId)?.id ?? authorId;
};
