import { dayNumber } from '../../graph/model/dayNumber.ts';
import { folded } from '../../graph/model/foldText.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { StoredAuthorship, StoredPaper } from '../../graph/importSession.ts';
import { LAST } from '../../graph/model/orders.ts';
import { strengthUnits } from '../../graph/units.ts';

type PaperFacts = Omit<StoredPaper, 'authorships' | 'topics' | 'references'>;

/** Everything of a paper that stands on its node; null is not stored. Sort values are as in graph/orders.ts. */
export const paperProperties = (paper: StoredPaper) => {
  const { authorships: _, topics: __, references: ___, ...facts } = paper;
  const day = dayNumber(paper.date, paper.year);
  return {
    ...facts,
    newest: day === null ? LAST : 0 - day,
    oldest: day ?? LAST,
    mostCited: paper.citationCount === null ? LAST : 0 - paper.citationCount,
    strength: paper.teamSize < 2 ? null : strengthUnits(paper.teamSize),
    spellings: paper.title === null ? [] : [folded(paper.title)],
  };
};

/** An authorship as its relationship holds it: '' where an affiliation has no line or no institution. */
export const authorshipProperties = (authorship: StoredAuthorship) => ({
  position: authorship.position,
  printed: authorship.printed,
  curated: authorship.curated,
  alternatives: authorship.alternatives,
  isCorresponding: authorship.isCorresponding,
  affiliationsAsPrinted: authorship.affiliations.map(({ printed }) => printed ?? ''),
  institutionIds: authorship.affiliations.map(({ institutionId }) => institutionId ?? ''),
});

/** A paper with all that hangs on it, as a row of the statements that write it. */
export const paperRow = (paper: StoredPaper) => ({
  id: paper.id,
  properties: paperProperties(paper),
  authorships: paper.authorships.map((each) => ({
    authorId: each.authorId,
    properties: authorshipProperties(each),
  })),
  topics: paper.topics.map(({ topicId, score }, index) => ({
    topicId,
    properties: { score, position: index + 1 },
  })),
  institutionIds: institutionsOf(paper),
  references: paper.references,
});

const institutionsOf = (paper: StoredPaper): EntityId[] => [
  ...new Set(
    paper.authorships.flatMap((each) =>
      each.affiliations.flatMap(({ institutionId }) => institutionId ?? []),
    ),
  ),
];

type AuthorshipRow = ReturnType<typeof authorshipProperties> & { authorId: EntityId };

/** A row of `storedPapers`. */
export interface StoredPaperRow {
  paper: Partial<PaperFacts> & Pick<PaperFacts, 'id' | 'keys' | 'source' | 'fingerprint' | 'teamSize'>;
  authorships: (Omit<AuthorshipRow, 'curated' | 'isCorresponding'> & Partial<AuthorshipRow>)[];
  topics: { topicId: EntityId; score: number | null }[];
  references: EntityId[];
}

/** The paper as it was written. */
export const storedPaper = ({ paper, authorships, topics, references }: StoredPaperRow): StoredPaper => ({
  id: paper.id,
  keys: paper.keys,
  source: paper.source,
  fingerprint: paper.fingerprint,
  title: paper.title ?? null,
  abstract: paper.abstract ?? null,
  date: paper.date ?? null,
  year: paper.year ?? null,
  paperType: paper.paperType ?? null,
  venueName: paper.venueName ?? null,
  url: paper.url ?? null,
  codeUrl: paper.codeUrl ?? null,
  citationCount: paper.citationCount ?? null,
  isRetracted: paper.isRetracted ?? false,
  authorCount: paper.authorCount ?? null,
  authorListIsComplete: paper.authorListIsComplete ?? true,
  teamSize: paper.teamSize,
  authorships: authorships.map(storedAuthorship),
  topics,
  references: references.sort(),
});

const storedAuthorship = (row: StoredPaperRow['authorships'][number]): StoredAuthorship => ({
  authorId: row.authorId,
  position: row.position,
  printed: row.printed,
  curated: row.curated ?? null,
  alternatives: row.alternatives,
  isCorresponding: row.isCorresponding ?? null,
  affiliations: row.affiliationsAsPrinted.map((printed, index) => ({
    printed: printed || null,
    institutionId: row.institutionIds[index] || null,
  })),
});
