import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { GraphStore } from '../../src/graph/store.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { hasOnlyInitials } from '../../src/graph/identity/hasOnlyInitials.ts';
import type { SpelledPaper } from '../support/realData/anthology.ts';
import { idOf } from '../support/realData/spelling.ts';

/*
 * How well the papers of people with one name are told apart: the people of the ACL Anthology whose printed name
 * another person has too, and who are told apart by an id on each paper, are thrown together by name. Papers under an id
 * that the Anthology itself gives to several people are in the groups, but are not counted.
 */

/** By shared name: the papers of each of its people. */
export type SharedNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The ids of which the Anthology says that they may refer to several people. */
const ambiguousIds = (folder: string): Set<string> => {
  const text = readFileSync(join(folder, 'yaml', 'name_variants.yaml'), 'utf8');
  const people = parse(text, { schema: 'failsafe' }) as { id?: string; comment?: string }[];
  return new Set(
    people.flatMap(({ id, comment }) => (id && comment === 'May refer to several people' ? id : [])),
  );
};

/** The names with which papers print several people's ids; for each the person behind each paper. */
export const sharedNames = (papers: readonly SpelledPaper[], folder: string): SharedNames => {
  const ambiguous = ambiguousIds(folder);
  const people = new Map<string, Map<string, string>>();
  for (const { acl, authors } of papers) {
    for (const { name, id } of authors) {
      if (id === undefined || ambiguous.has(id)) continue;
      people.set(name, (people.get(name) ?? new Map<string, string>()).set(acl, id));
    }
  }
  return new Map(
    [...people].filter(([name, byPaper]) => new Set(byPaper.values()).size > 1 && !hasOnlyInitials(name)),
  );
};

/** A record in which people with a shared name are known by name only, and all others are who they are. */
export const thrownTogether = (
  { acl, title, year, venue, authors }: SpelledPaper,
  shared: SharedNames,
): PaperRecord => ({
  ids: { acl },
  ...(title !== null && { title }),
  ...(year !== null && { year }),
  ...(venue !== undefined && { venueName: venue }),
  authors: authors.map(({ name, person }) => {
    if (shared.has(name)) return { name };
    const [kind = '', ...words] = person.split(' ');
    return kind === 'id' ? { name, ids: { acl: words.join(' ') } } : { name: words.join(' ') };
  }),
});

/** The pairs of items with the same key. */
const pairsWithin = <Item>(items: readonly Item[], keyOf: (item: Item) => string | number): number => {
  const counts = new Map<string | number, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
};

/** Prints precision, recall and F1 of the pairs of papers that the groups call one person's. */
export const reportMixtures = async (store: GraphStore, shared: SharedNames): Promise<void> => {
  let [found, truth, right] = [0, 0, 0];
  for (const [name, byPaper] of shared) {
    const author = idOf('author', 'acl-name', name);
    const groups = (await store.mixtures([author])).get(author);
    const groupOf = new Map(
      groups?.flatMap(({ paperIds }, group) => paperIds.map((id) => [id.slice('paper:acl:'.length), group])),
    );
    const placed = [...byPaper].map(([paper, person]) => ({ person, group: groupOf.get(paper) ?? 0 }));
    truth += pairsWithin(placed, ({ person }) => person);
    found += pairsWithin(placed, ({ group }) => group);
    right += pairsWithin(placed, ({ person, group }) => `${group} ${person}`);
  }
  const show = (share: number): string => share.toFixed(3);
  const [precision, recall] = [right / found, right / truth];
  console.log(
    `${shared.size} shared names, put apart again: pairwise precision ${show(precision)}, recall ${show(recall)}, F1 ${show((2 * precision * recall) / (precision + recall))}.`,
  );
};
