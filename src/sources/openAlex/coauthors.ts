import { objectOf, objectsOf, textOf } from '../../import/formats/reading/jsonFields.ts';
import { openAlexId } from '../../import/formats/openAlex/topicHierarchy.ts';
import { isPlaceholder } from '../../import/formats/openAlex/placeholders.ts';

/**
 * The OpenAlex ids of a person's co-authors of a work; none if the work has more authors than the collaboration cap.
 */
export const coauthorsOf = (work: unknown, orcid: string, collaborationCap: number): string[] => {
  const authorships = objectsOf(objectOf(work)['authorships']);
  if (authorships.length > collaborationCap) return [];
  return authorships.flatMap((authorship) => {
    const author = objectOf(authorship['author']);
    if (textOf(author['orcid'])?.endsWith(orcid)) return [];
    const id = openAlexId('AUTHOR', author['id']);
    return id === undefined || isPlaceholder(id) ? [] : [id];
  });
};
