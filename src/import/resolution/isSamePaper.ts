import { folded } from '../../graph/model/foldText.ts';
import type { StoredPaper } from '../../graph/importSession.ts';
import type { NormalizedPaper } from './normalizedRecord.ts';

/** Whether a record has the same title as a stored paper, and the same authors in the same order. */
export const isSamePaper = (stored: StoredPaper | undefined, { title, authors }: NormalizedPaper): boolean =>
  stored !== undefined &&
  stored.title !== null &&
  title !== null &&
  authors.length > 0 &&
  folded(stored.title) === folded(title) &&
  stored.authorships.length === authors.length &&
  authors.every(({ printed }, index) => folded(stored.authorships[index]?.printed ?? '') === folded(printed));
