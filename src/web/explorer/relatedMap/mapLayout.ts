import type { MapPaperFragment } from '../__generated__/graphql.ts';

/** A paper of the map. The one that the others are like has no score. */
export interface MapEntry {
  paper: MapPaperFragment;
  score: number | null;
}

/** A place on the map, in pixels. */
export interface MapPoint extends MapEntry {
  x: number;
  y: number;
  radius: number;
  /** The text beside the circle; empty if it would cover another one. */
  label: string;
}

export interface MapLayout {
  points: readonly MapPoint[];
  years: readonly { year: number; x: number }[];
}

export interface MapSize {
  width: number;
  height: number;
}

const MARGIN = { left: 44, right: 44, top: 34, bottom: 34 };
/** Where the most alike paper is: below the paper itself and its label. */
const BELOW_CENTER = 84;
const SMALLEST_RADIUS = 5;
const LARGEST_RADIUS = 15;
const LABEL_HEIGHT = 16;
/** The average width of a letter of a label. */
const LETTER_WIDTH = 6.4;
/** Papers of one year stand side by side, at most this part of a year apart from its middle. */
const SPREAD = 0.34;
const LEAST_YEARS = 4;
/** The least distance between two years that are written below the map. */
const YEAR_DISTANCE = 52;

/**
 * Places papers by year, from left to right, and by score, the most alike at the top. The paper itself is above all.
 * Papers without a year are left out.
 */
export const mapLayout = (entries: readonly MapEntry[], { width, height }: MapSize): MapLayout => {
  const dated = entries.filter(({ paper }) => paper.year !== null);
  const years = dated.map(({ paper }) => paper.year ?? 0);
  if (years.length === 0) return { points: [], years: [] };
  const [first, last] = yearsShown(Math.min(...years), Math.max(...years));
  const yearWidth = (width - MARGIN.left - MARGIN.right) / (last - first + 1);
  const xOf = (year: number): number => MARGIN.left + (year - first + 0.5) * yearWidth;
  const scores = dated.flatMap(({ score }) => score ?? []);
  const [least, best] = [Math.min(...scores), Math.max(...scores)];
  const bottom = height - MARGIN.bottom - LARGEST_RADIUS - LABEL_HEIGHT;
  const room = bottom - BELOW_CENTER;
  const yOf = (score: number | null): number =>
    score === null ? MARGIN.top : bottom - room * likeness(score, least, best);
  const places = new Map<number, number>();
  const points = dated.map((entry) => {
    const year = entry.paper.year ?? 0;
    const place = places.get(year) ?? 0;
    places.set(year, place + 1);
    const spread = entry.score === null ? 0 : (((place * 2) % 5) - 2) / 2;
    return {
      ...entry,
      x: xOf(year) + spread * SPREAD * yearWidth,
      y: yOf(entry.score),
      radius: radiusOf(entry.paper.citationCount),
      label: '',
    };
  });
  const step = Math.ceil(YEAR_DISTANCE / yearWidth);
  return {
    points: withLabels(points, width),
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .filter((year) => (year - first) % step === 0)
      .map((year) => ({ year, x: xOf(year) })),
  };
};

/** 0 for the least score and 1 for the best. Most scores are low: the root gives these more room. */
const likeness = (score: number, least: number, best: number): number =>
  best === least ? 1 : Math.sqrt((score - least) / (best - least));

/** A few years around a single one, so that its papers are not spread over the whole map. */
const yearsShown = (first: number, last: number): [number, number] => {
  const missing = Math.max(0, LEAST_YEARS - (last - first + 1));
  return [first - Math.ceil(missing / 2), last + Math.floor(missing / 2)];
};

/** The area grows with the logarithm of the citations, which differ by orders of magnitude. */
const radiusOf = (citations: number | null): number =>
  Math.min(LARGEST_RADIUS, SMALLEST_RADIUS + 2.6 * Math.log10(1 + (citations ?? 0)));

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The points with the labels that have room, those at the top first. */
const withLabels = (points: readonly MapPoint[], width: number): MapPoint[] => {
  const taken = points.map(circleBox);
  return points.map((point) => {
    const label = labelOf(point.paper);
    const half = (label.length * LETTER_WIDTH) / 2;
    const top = point.y + point.radius + 2;
    const box = { left: point.x - half, right: point.x + half, top, bottom: top + LABEL_HEIGHT };
    const isInside = box.left > 0 && box.right < width;
    if (!isInside || taken.some((each) => overlap(box, each))) return point;
    taken.push(box);
    return { ...point, label };
  });
};

const circleBox = ({ x, y, radius }: MapPoint): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** For example "Vaswani 2017". */
const labelOf = ({ authors, year }: MapPaperFragment): string => {
  const name = authors?.nodes[0]?.name.split(' ').at(-1) ?? '';
  return `${name} ${year ?? ''}`.trim();
};
