/** The most authors a paper may have and still make collaborators, unless a setting says otherwise. */
export const COLLABORATION_CAP = 100;

/**
 * n of a paper: the number of authors its source states, else those listed, and one more where the list is cut.
 */
export const teamSize = (stated: number | null, listed: number, listIsComplete: boolean): number =>
  stated === null ? listed + (listIsComplete ? 0 : 1) : Math.max(stated, listed);

/** Whether a paper of n authors makes its authors collaborators. */
export const makesCollaborators = (size: number, cap: number): boolean => size >= 2 && size <= cap;
