import type { GivenSlice } from '../../widget/slice.ts';
import type { MapCitationsQuery, MapPaperFragment, RelatedMapQuery } from '../__generated__/graphql.ts';
import { formatCount } from '../format.ts';

type RelatedPaper = NonNullable<NonNullable<RelatedMapQuery['paper']>['relatedPapers']>['edges'][number];
type Node = GivenSlice['nodes'][number];

export interface MapSize {
  width: number;
  height: number;
}

const SMALLEST_RADIUS = 6;
const LARGEST_RADIUS = 17;
/** The vertical distance from the paper to the most similar paper, in pixels. It leaves space for a caption. */
const BELOW_CENTER = 50;
/**
 * Papers of one year are placed side by side. Their distance from the middle of the year is at most this fraction of
 * the width of a year.
 */
const SPREAD = 0.34;
const LEAST_YEARS = 4;
/** How many words of a title tell papers with equal captions apart. */
const CAPTION_WORDS = 2;

const explanation =
  'From left to right by year. The higher a paper, the more it shares with this one. Larger: more citations. Lines are citations. Click for details.';

/**
 * Converts a paper and its related papers to a slice for the graph element. The papers are placed from left to right by
 * year. Each related paper has its own row: the most similar paper is at the top, directly below the paper itself.
 * Papers without a year are left out.
 *
 * @param related the most similar first
 * @param graph the citations among the papers, and their groups
 */
export const relatedSlice = (
  paper: MapPaperFragment,
  related: readonly RelatedPaper[],
  graph: MapCitationsQuery['graph'],
  { width, height }: MapSize,
): GivenSlice => {
  const dated = related.filter(({ node }) => node.year !== null);
  const years = [paper.year, ...dated.map(({ node }) => node.year)].filter((year) => year !== null);
  const [first, last] = yearsShown(Math.min(...years), Math.max(...years));
  const yearWidth = width / (last - first + 1);
  const xOf = (year: number): number => (year - first + 0.5) * yearWidth;
  const countByYear = new Map<number, number>();
  const rowHeight = (height - BELOW_CENTER) / Math.max(1, dated.length - 1);
  const nodes = dated.map(({ node, ...shared }, rank): Node => {
    const year = node.year ?? 0;
    const place = countByYear.get(year) ?? 0;
    countByYear.set(year, place + 1);
    const spread = (((place * 2) % 5) - 2) / 2;
    const y = BELOW_CENTER + rank * rowHeight;
    return {
      ...mapNode(node, { x: xOf(year) + spread * SPREAD * yearWidth, y }),
      distance: 1,
      note: reasons(shared),
    };
  });
  const center = mapNode(paper, { x: xOf(paper.year ?? last), y: 0 });
  return {
    nodes: distinctCaptions([{ ...center, distance: 0 }, ...nodes]),
    edges: graph?.edges ?? [],
    clusters: graph?.clusters ?? null,
    columns: Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year) => ({
      label: String(year),
      x: xOf(year),
    })),
    explanation,
  };
};

/** Extends a short range to LEAST_YEARS years, so that the papers of one year are not spread over the whole map. */
const yearsShown = (first: number, last: number): [number, number] => {
  const missing = Math.max(0, LEAST_YEARS - (last - first + 1));
  return [first - Math.ceil(missing / 2), last + Math.floor(missing / 2)];
};

const mapNode = (
  { id, kind, label, year, citationCount, authors, paperCount }: MapPaperFragment,
  position: NonNullable<Node['position']>,
): Omit<Node, 'distance'> => ({
  entity: { id, kind, label, year, paperCount },
  position,
  radius: radiusOf(citationCount),
  caption: `${authors?.nodes[0]?.name.split(' ').at(-1) ?? ''} ${year ?? ''}`.trim() || label,
});

/** Adds the first words of the title to a caption that several papers have, such as two papers of one author and year. */
const distinctCaptions = (nodes: readonly Node[]): Node[] => {
  const captions = nodes.map(({ caption }) => caption);
  const isUnique = (caption: string): boolean => captions.indexOf(caption) === captions.lastIndexOf(caption);
  return nodes.map((node) => {
    const { caption, entity } = node;
    if (caption === undefined || caption === entity.label || isUnique(caption)) return node;
    return { ...node, caption: `${caption}: ${entity.label.split(' ').slice(0, CAPTION_WORDS).join(' ')} …` };
  });
};

/**
 * The radius of a paper in pixels. It grows with the logarithm of the number of citations, because these numbers differ
 * by orders of magnitude.
 */
const radiusOf = (citations: number | null): number =>
  Math.min(LARGEST_RADIUS, SMALLEST_RADIUS + 2.8 * Math.log10(1 + (citations ?? 0)));

/** What a related paper shares, for example "Shares 3 references, 1 citing paper and 2 authors with this paper." */
const reasons = ({
  sharedReferences,
  sharedCiters,
  sharedAuthors,
  sharedTopics,
}: Omit<RelatedPaper, 'node'>): string => {
  const counts: [count: number | null | undefined, noun: string][] = [
    [sharedReferences?.totalCount, 'reference'],
    [sharedCiters?.totalCount, 'citing paper'],
    [sharedAuthors?.totalCount, 'author'],
    [sharedTopics?.totalCount, 'topic'],
  ];
  const parts = counts.flatMap(([count, noun]) => (count ? [formatCount(count, noun)] : []));
  return `Shares ${new Intl.ListFormat('en').format(parts)} with this paper.`;
};
