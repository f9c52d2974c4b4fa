import { objectOf, isObject, textOf, textsOf } from '../reading/jsonFields.ts';

/**
 * The venues of the Anthology. A slug is the name of a venue in addresses. The file joint.yaml lists the volumes of
 * each venue. The Anthology has had no joint.yaml since 2022.
 */
export interface AnthologyVenues {
  /**
   * The acronyms of the venues, by slug. For example `acl`, the slug in the collection name `2020.acl`, has the acronym
   * ACL.
   */
  acronyms: ReadonlyMap<string, string>;
  /** Slugs by the letter of old-style collections, for example `acl` for P. */
  byLetter: ReadonlyMap<string, string>;
  letterOf: ReadonlyMap<string, string>;
  /** By volume: the slugs of the venues that list it. The venue that lists the fewest volumes comes first. */
  listedBy: ReadonlyMap<string, readonly string[]>;
  /**
   * The names of all collections. A conference with a collection for a year did not publish its proceedings of that
   * year in a workshop volume.
   */
  collections: ReadonlySet<string>;
}

export const noAnthologyVenues: AnthologyVenues = {
  acronyms: new Map(),
  byLetter: new Map(),
  letterOf: new Map(),
  listedBy: new Map(),
  collections: new Set(),
};

interface VolumeVenue {
  slug: string;
  acronym: string;
}

/** The slug for workshops of any kind, which is not a venue. */
const ANY_WORKSHOP = 'ws';

/** @param venues the parsed list of venues @param joint the parsed file joint.yaml */
export const anthologyVenues = (
  venues: unknown,
  joint: unknown,
  collections: ReadonlySet<string>,
): AnthologyVenues => {
  const acronyms = new Map<string, string>();
  const byLetter = new Map<string, string>();
  for (const [slug, venue] of Object.entries(objectOf(venues))) {
    const { acronym, oldstyle_letter: letter } = objectOf(venue);
    acronyms.set(slug, textOf(acronym) ?? slug);
    const letterText = textOf(letter);
    if (letterText !== undefined && slug !== ANY_WORKSHOP) byLetter.set(letterText, slug);
  }
  const letterOf = new Map([...byLetter].map(([letter, slug]) => [slug, letter]));
  return { acronyms, byLetter, letterOf, listedBy: listings(joint, acronyms), collections };
};

const listings = (joint: unknown, acronyms: ReadonlyMap<string, string>): Map<string, string[]> => {
  const listedBy = new Map<string, string[]>();
  const listed = Object.entries(objectOf(joint))
    .filter(([slug]) => acronyms.has(slug) && slug !== ANY_WORKSHOP)
    .map(([slug, volumes]) => ({ slug, volumes: isObject(volumes) ? Object.values(volumes) : [volumes] }))
    .map(({ slug, volumes }) => ({ slug, volumes: volumes.flatMap(textsOf) }))
    // The venue with the fewest volumes comes first: a workshop series has few volumes, and a conference that hosts
    // workshops lists all of them.
    .sort((left, right) => left.volumes.length - right.volumes.length);
  for (const { slug, volumes } of listed) {
    for (const volume of volumes) listedBy.set(volume, [...(listedBy.get(volume) ?? []), slug]);
  }
  return listedBy;
};

/** The data of a volume that determine its venue. */
interface VolumePlace {
  collection: string;
  /** The name of the volume in joint.yaml, for example W02-10. */
  key: string;
  isWorkshop: boolean;
  /** The slugs of the venues that the volume itself states. */
  venues: readonly string[];
}

/**
 * The venue of a volume. For a workshop it is the workshop series, not the conference that hosts the workshop. The name
 * of a new-style collection contains the slug of the venue. The venue of an old-style volume is the first of these:
 * - a venue without a letter that lists the volume (*SEM 2013 is in S13, a collection of SemEval)
 * - for a workshop volume: a conference that lists the volume and has no collection in that year (EMNLP 2002 is W02-10)
 * - for any other volume: the venue of the letter of its collection
 */
export const venueOfVolume = (place: VolumePlace, venues: AnthologyVenues): VolumeVenue | undefined => {
  const { collection, key, isWorkshop } = place;
  const stated = place.venues.filter((slug) => slug !== ANY_WORKSHOP && venues.acronyms.has(slug));
  const slugOfCollection = /^\d{4}\.(.+)$/.exec(collection)?.[1];
  if (slugOfCollection !== undefined) {
    return venueOfSlug(slugOfCollection, venues) ?? venueOfSlug(stated[0], venues);
  }
  const listed = stated.length > 0 ? stated : (venues.listedBy.get(key) ?? []);
  const series = listed.find((slug) => !venues.letterOf.has(slug));
  if (series !== undefined) return venueOfSlug(series, venues);
  if (!isWorkshop) return venueOfSlug(venues.byLetter.get(collection.slice(0, 1)), venues);
  const year = collection.slice(1);
  const proceedings = listed.find((slug) => !venues.collections.has(`${venues.letterOf.get(slug)}${year}`));
  return venueOfSlug(proceedings, venues);
};

const venueOfSlug = (slug: string | undefined, venues: AnthologyVenues): VolumeVenue | undefined => {
  const acronym = slug === undefined ? undefined : venues.acronyms.get(slug);
  return slug === undefined || acronym === undefined ? undefined : { slug, acronym };
};
