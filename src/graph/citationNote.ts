/*
 * What a citation says in its note, because the formats for citations have no field for it. Exports write it and
 * imports read it.
 */

export interface CitationNote {
  isRetracted: boolean;
  /** The listed authors and the number of all authors, null if unknown; null if the list is complete. */
  cutAuthors: { listed: number; all: number | null } | null;
}

/** Empty if there is nothing to say. */
export const writeCitationNote = ({ isRetracted, cutAuthors }: CitationNote): string => {
  const of = cutAuthors === null || cutAuthors.all === null ? '' : ` of ${cutAuthors.all}`;
  return [
    ...(isRetracted ? ['Retracted.'] : []),
    ...(cutAuthors === null ? [] : [`The first ${cutAuthors.listed}${of} authors are listed.`]),
  ].join(' ');
};

/** Any other note says nothing. */
export const readCitationNote = (note: string): CitationNote => {
  const [, retracted, cut, listed, all] =
    /^(Retracted\.)?\s?(The first (\d{1,7})(?: of (\d{1,7}))? authors are listed\.)?$/.exec(note) ?? [];
  return {
    isRetracted: retracted !== undefined,
    cutAuthors:
      cut === undefined ? null : { listed: Number(listed), all: all === undefined ? null : Number(all) },
  };
};
