import { MixturePapersDocument, SplitAuthorDocument } from '../__generated__/graphql.ts';
import { RequestError } from '../api/requestError.ts';
import { sendQuery } from '../api/sendQuery.ts';

/** Groups of more papers cannot be split off at once. */
export const MOST_SPLIT = 100;

/**
 * Declares a group of an author's papers to be another person's. Gives the id of that person.
 *
 * @param firstPaperId the first paper of the group
 * @throws {RequestError} also if the papers are grouped in another way by now
 */
export const splitGroup = async (authorId: string, firstPaperId: string): Promise<string> => {
  const { data } = await sendQuery(MixturePapersDocument, { id: authorId });
  const group = data.author?.possibleMixture?.find(({ papers }) => papers[0]?.id === firstPaperId);
  if (!group)
    throw new RequestError(undefined, 'The papers are grouped in another way now. Reload the page.');
  const paperIds = group.papers.map(({ id }) => id);
  const { splitAuthor } = (await sendQuery(SplitAuthorDocument, { authorId, paperIds })).data;
  return splitAuthor.entities.find(({ id }) => id !== authorId)?.id ?? authorId;
};
