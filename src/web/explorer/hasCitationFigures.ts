/**
 * Whether the citation figures of an author are shown. They are hidden if the citations of more than half of the papers
 * are unknown, because they would be misleading.
 */
export const hasCitationFigures = (metrics: {
  paperCount: number;
  papersWithUnknownCitations: number;
}): boolean => metrics.papersWithUnknownCitations <= metrics.paperCount / 2;
