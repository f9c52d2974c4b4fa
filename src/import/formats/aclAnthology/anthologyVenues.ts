import { objectOf, isObject, textOf, textsOf } from '../reading/jsonFields.ts';

/** What venues.yaml and joint.yaml say of who published a volume. */
export interface AnthologyVenues {
  /** Venue by its word, `acl`; the word is also a new-style collection's, `2020.acl`. */
  acronyms: ReadonlyMap<string, string>;
  /** The venue of an old-style collection's letter: P is acl's. */
  byLetter: ReadonlyMap<string, string>;
  letterOf: ReadonlyMap<string, string>;
  /** The words of the venues that list a volume as theirs, those that list the fewest first. */
  listedBy: ReadonlyMap<string, readonly string[]>;
  /** The collections there are, to tell a conference's own proceedings from workshops it hosts. */
  collections: ReadonlySet<string>;
}

export const noAnthologyVenues: AnthologyVenues = {
  acronyms: new Map(),
  byLetter: new Map(),
  letterOf: new Map(),
  listedBy: new Map(),
  collections: new Set(),
};

/** Where a volume appeared: the venue's word, for telling journals, and its short name. */
export interface VolumeVenue {
  word: string;
  acronym: string;
}

/** "Workshop" of any kind: no name to look papers up by. */
const ANY_WORKSHOP = 'ws';

/** Reads the parsed venues.yaml and joint.yaml. */
export const anthologyVenues = (
  venues: unknown,
  joint: unknown,
  collections: ReadonlySet<string>,
): AnthologyVenues => {
  const acronyms = new Map<string, string>();
  const byLetter = new Map<string, string>();
  for (const [word, venue] of Object.entries(objectOf(venues))) {
    const { acronym, oldstyle_letter: letter } = objectOf(venue);
    acronyms.set(word, textOf(acronym) ?? word);
    const oneLetter = textOf(letter);
    if (oneLetter !== undefined && word !== ANY_WORKSHOP) byLetter.set(oneLetter, word);
  }
  const letterOf = new Map([...byLetter].map(([letter, word]) => [word, letter]));
  return { acronyms, byLetter, letterOf, listedBy: listings(joint, acronyms), collections };
};

const listings = (joint: unknown, acronyms: ReadonlyMap<string, string>): Map<string, string[]> => {
  const listedBy = new Map<string, string[]>();
  const listed = Object.entries(objectOf(joint))
    .filter(([word]) => acronyms.has(word) && word !== ANY_WORKSHOP)
    .map(([word, volumes]) => ({ word, volumes: isObject(volumes) ? Object.values(volumes) : [volumes] }))
    .map(({ word, volumes }) => ({ word, volumes: volumes.flatMap(textsOf) }))
    // a workshop's own series lists few volumes, the conference that hosts it all of its workshops
    .sort((left, right) => left.volumes.length - right.volumes.length);
  for (const { word, volumes } of listed) {
    for (const volume of volumes) listedBy.set(volume, [...(listedBy.get(volume) ?? []), word]);
  }
  return listedBy;
};

/**
 * A volume's own venue, never the conference that hosts it; undefined where the tables name none. New-style
 * collections carry it in their name. An old-style volume's is, in this order: a series without a letter of its
 * own that lists it (*SEM 2013 stands in S13, SemEval's), the letter's, or, for W and D19's workshops, a
 * conference that lists it and has no collection of that year (EMNLP 2002 is W02-10).
 *
 * @param volumeKey as joint.yaml writes it, for instance W02-10.
 */
export const venueOfVolume = (
  collection: string,
  volumeKey: string,
  isWorkshopVolume: boolean,
  venues: AnthologyVenues,
): VolumeVenue | undefined => {
  const named = /^\d{4}\.(.+)$/.exec(collection)?.[1];
  if (named !== undefined) return venueNamed(named, venues);
  const listed = venues.listedBy.get(volumeKey) ?? [];
  const series = listed.find((word) => !venues.letterOf.has(word));
  if (series !== undefined) return venueNamed(series, venues);
  if (!isWorkshopVolume) return venueNamed(venues.byLetter.get(collection.slice(0, 1)), venues);
  const year = collection.slice(1);
  const ownProceedings = listed.find(
    (word) => !venues.collections.has(`${venues.letterOf.get(word)}${year}`),
  );
  return venueNamed(ownProceedings, venues);
};

const venueNamed = (word: string | undefined, venues: AnthologyVenues): VolumeVenue | undefined => {
  const acronym = word === undefined ? undefined : venues.acronyms.get(word);
  return word === undefined || acronym === undefined ? undefined : { word, acronym };
};
