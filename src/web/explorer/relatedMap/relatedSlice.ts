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
/** The free space between the circles of two papers of the same year, in pixels. */
const GAP = 5;
const LEAST_YEARS = 4;
/** If several papers have the same caption, this many words of the title are added to it. */
const CAPTION_WORDS = 2;

const explanation =
  'From left to right by year. The higher a paper, the more it shares with this one. Larger: more citations. Lines are citations. Click for details.';

/**
 * Converts a paper and its related papers to a slice for the graph element. Each paper is on the line of its year. The
 * most similar paper is at the top, directly below the paper itself. Papers without a year are left out.
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
  const rowHeight = (height - BELOW_CENTER) / Math.max(1, dated.length - 1);
  const placed = dated.map(({ node }, rank) => ({
    node,
    radius: radiusOf(node.citationCount),
    y: BELOW_CENTER + rank * rowHeight,
  }));
  for (const year of new Set(years))
    spread(
      placed.filter(({ node }) => node.year === year),
      height,
    );
  const nodes = dated.map(({ node, ...shared }, rank): Node => ({
    ...mapNode(node, { x: xOf(node.year ?? 0), y: placed[rank]?.y ?? 0 }),
    distance: 1,
    note: reasons(shared),
  }));
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

interface Placed {
  radius: number;
  y: number;
}

/**
 * Moves the papers of one year apart, so that they do not overlap. The order stays the same. If there are too many for
 * the height, all distances become smaller.
 */
const spread = (papers: readonly Placed[], height: number): void => {
  const distances = papers.map(({ radius }, index) => radius + (papers[index - 1]?.radius ?? 0) + GAP);
  const needed = distances.slice(1).reduce((sum, distance) => sum + distance, 0);
  const scale = Math.min(1, (height - BELOW_CENTER) / Math.max(1, needed));
  papers.forEach((paper, index) => {
    const previous = papers[index - 1];
    if (previous) paper.y = Math.max(paper.y, previous.y + scale * (distances[index] ?? 0));
  });
  let lowest = height;
  for (const [index, paper] of [...papers.entries()].reverse()) {
    paper.y = Math.min(paper.y, lowest);
    lowest = paper.y - scale * (distances[index] ?? 0);
  }
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
