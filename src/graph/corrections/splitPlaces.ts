import { badInput } from '../errors.ts';
import type { SplitPlace } from '../identity/corrections.ts';
import type { StoredPaper } from '../importSession.ts';
import type { EntityId } from '../model/ids.ts';
import type { CorrectedSession } from './correctedSession.ts';
import { personsOf } from './visiblePaper.ts';

/**
 * The authorships that a SPLIT moves: those of an author on the given papers.
 *
 * @param author the id of the author that readers see
 * @param ids the ids of the papers in the base graph
 * @throws GraphError BAD_USER_INPUT if a paper is not by the author
 */
export const splitPlaces = async (
  session: CorrectedSession,
  author: EntityId,
  ids: readonly EntityId[],
): Promise<SplitPlace[]> => {
  const groups = ids.map((id) => session.overlay.group(id).members);
  const papers = await session.base.papers([...new Set(groups.flat())]);
  return groups.map((members, index) => {
    const place = placeOn(
      session,
      author,
      members.flatMap((member) => papers.get(member) ?? []),
    );
    if (!place) throw badInput('paperIds', `${author} is not an author of ${ids[index]}.`);
    return place;
  });
};

/**
 * Finds the authorship of an author on a paper. @param papers the imported papers that corrections merge into this
 * paper; the first one that lists the author is used
 */
const placeOn = (
  { overlay }: CorrectedSession,
  author: EntityId,
  papers: readonly StoredPaper[],
): SplitPlace | undefined => {
  for (const paper of papers) {
    const { persons } = personsOf(paper, overlay);
    const authorship = paper.authorships[persons.findIndex((person) => overlay.idOf(person) === author)];
    if (authorship) return { paperId: paper.id, position: authorship.position, printed: authorship.printed };
  }
  return undefined;
};
