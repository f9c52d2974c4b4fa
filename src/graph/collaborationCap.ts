/** The default of the collaboration cap: if a paper has more authors than this, they do not become collaborators. */
export const COLLABORATION_CAP = 100;

/**
 * The team size of a paper: the number of authors that its source states, else the number of listed authors, plus
 * one if the source cut the list.
 */
export const teamSize = (stated: number | null, listed: number, listIsComplete: boolean): number =>
  stated === null ? listed + (listIsComplete ? 0 : 1) : Math.max(stated, listed);

/** Whether a paper with a team of this size makes its authors collaborators. */
export const makesCollaborators = (size: number, cap: number): boolean => size >= 2 && size <= cap;
