/*
 * Facts that the note of a citation states, because the citation formats have no other fields for them. Exports write
 * these notes, and imports read them.
 */

interface CitationNote {
  isRetracted: boolean;
  /**
   * If the author list is cut: the number of listed authors, and the number of all authors (null if it is unknown).
   * Null if the list is complete.
   */
  cutAuthors: { listed: number; all: number | null } | null;
}

/** Writes the note of a citation. The note is empty if the paper is not retracted and its author list is complete. */
export const writeCitationNote = ({ isRetracted, cutAuthors }: CitationNote): string => {
  const of = cutAuthors === null || cutAuthors.all === null ? '' : ` of ${cutAuthors.all}`;
  return [
    ...(isRetracted ? ['Retracted.'] : []),
    ...(cutAuthors === null ? [] : [`The first ${cutAuthors.listed}${of} authors are listed.`]),
  ].join(' ');
};

/** Reads a note that `writeCitationNote` has written. Any other note is read as if it were empty. */
export const readCitationNote = (note: string): CitationNote => {
  const [, retracted, cut, listed, all] =
    /^(Retracted\.)?\s?(The first (\d{1,7})(?: of (\d{1,7}))? authors are listed\.)?$/.exec(note) ?? [];
  return {
    isRetracted: retracted !== undefined,
    cutAuthors:
      cut === undefined ? null : { listed: Number(listed), all: all === undefined ? null : Number(all) },
  };
};
