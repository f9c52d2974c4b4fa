import type * as inputs from '../../../__generated__/resolvers.ts';
import { badInput } from '../../../graph/errors.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';
import { foldedWords } from '../../../graph/model/foldText.ts';
import { LARGEST_PAGE } from '../../../graph/model/pages.ts';
import { shortened } from '../../../graph/model/ids.ts';
import type { ReviewSubject } from '../../../graph/reviewers.ts';
import { checkedText } from '../../../graph/checks.ts';
import { ROOT, type Loaders } from '../../loading/loaders.ts';
import { idList } from '../filterFields.ts';

/**
 * Converts the subject to the form for a store. A text is replaced by the papers that a search for it finds.
 *
 * @throws GraphError BAD_USER_INPUT unless exactly one field is given, and for a paper that is not stored, and for
 *   invalid ids or an invalid text.
 */
export const reviewSubject = async (
  loaders: Loaders,
  { paperId, text, topicIds }: inputs.ReviewSubject,
): Promise<ReviewSubject> => {
  const ids = idList(topicIds, 'about.topicIds', 'TOPIC');
  const given = [paperId ?? undefined, text ?? undefined, ids].filter((field) => field !== undefined);
  if (given.length !== 1) {
    throw badInput(
      'about',
      `The argument "about" has ${given.length} of the fields paperId, text and topicIds; it must have exactly one.`,
    );
  }
  if (typeof paperId === 'string') return { paperId: await storedPaper(loaders, paperId) };
  if (ids) return { topicIds: ids };
  return { paperIds: await foundPapers(loaders, checkedText(text ?? '', 'about.text')) };
};

const storedPaper = async (loaders: Loaders, paperId: string): Promise<string> => {
  const paper = await loaders.entities.load(checkedId(paperId, 'about.paperId', 'PAPER'));
  if (paper) return paper.id;
  throw badInput(
    'about.paperId',
    `about.paperId is "${shortened(paperId)}", but no paper with this id is stored.`,
  );
};

const foundPapers = async (loaders: Loaders, text: string): Promise<string[]> => {
  const words = foldedWords(text);
  if (words.length === 0) return [];
  const page = await loaders.search({ words, kinds: ['PAPER'], first: LARGEST_PAGE })(ROOT, 'briefEntries');
  return page.entries.map(({ node }) => node.id);
};
