import { namesAreCompatible } from '../../src/graph/identity/namesAreCompatible.ts';
import type { Correction } from '../../src/graph/identity/corrections.ts';
import { idsByKind, nameOfAuthor, type HandGraph, type HandPaper } from './byHand.ts';

/*
 * What corrections make of the graph of some records, computed in the slow and obvious way.
 */

interface Rules {
  /** The id in place of an id; undefined if it is hidden. */
  visible(id: string): string | undefined;
  /** The id in place of an id, whether it is hidden or not. */
  first(id: string): string;
  /** What the id of a removed paper leads to, because a SAME names both; undefined if there is nothing. */
  ofRemoved(id: string): string | undefined;
  name(id: string): string | undefined;
  splits: readonly Correction[];
  exists(id: string): boolean;
}

const newAuthor = (correction: Correction): string => `author:curated:${correction.id}`;

const rulesOf = (graph: HandGraph, corrections: readonly Correction[]): Rules => {
  const inForce = corrections
    .filter(({ undoneAt }) => undoneAt === undefined)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const of = (kind: string): Correction[] => inForce.filter((each) => each.kind === kind);
  const created = of('SPLIT')
    .filter(({ into }) => into === undefined)
    .map(newAuthor);
  const stored = new Set([...Object.values(idsByKind(graph)).flat(), ...created]);
  const exists = (id: string): boolean => stored.has(id);
  const groups = new Map<string, string[]>();
  const groupOf = (id: string): string[] => groups.get(id) ?? [id];
  const different = of('DIFFERENT').map(({ entityIds }) => entityIds);
  const removed = new Map<string, string>();
  for (const { entityIds } of of('SAME')) {
    const members = [...new Set(entityIds.filter(exists).flatMap(groupOf))].sort();
    const clashes = different.some((ids) => ids.filter((id) => members.includes(id)).length > 1);
    if (clashes) continue;
    for (const member of members) groups.set(member, members);
    for (const id of entityIds)
      if (!exists(id) && !removed.has(id) && members[0] !== undefined) removed.set(id, members[0]);
  }
  const isHidden = (id: string): boolean =>
    of('HIDE').some(({ entityIds }) => groupOf(id).includes(entityIds[0] ?? ''));
  const first = (id: string): string => groupOf(id)[0] ?? id;
  const splits = of('SPLIT').filter(
    (split) => first(split.entityIds[0] ?? '') !== first(split.into ?? newAuthor(split)),
  );
  const names = [...of('RENAME'), ...splits.filter(({ name }) => name !== undefined)].sort((a, b) =>
    a.at < b.at ? -1 : 1,
  );
  return {
    first,
    ofRemoved: (id) => {
      const present = removed.get(id);
      return present === undefined ? undefined : first(present);
    },
    visible: (id) => (isHidden(id) ? undefined : first(id)),
    name: (id) =>
      names.findLast((each) =>
        groupOf(id).includes(each.kind === 'SPLIT' ? newAuthor(each) : (each.entityIds[0] ?? '')),
      )?.name,
    splits,
    exists,
  };
};

/** Who wrote each entry of an author list after all splits. */
const personsOf = (paper: HandPaper, { splits, exists, first }: Rules): string[] => {
  const persons = paper.authors.map(({ id }) => id);
  for (const split of splits) {
    const place = split.places?.find((each) => each.paperId === paper.id);
    const [from = ''] = split.entityIds;
    const into = split.into ?? newAuthor(split);
    if (!place || !exists(into) || (from.startsWith('author:curated:') && !exists(from))) continue;
    let index = persons.findIndex((person) => first(person) === first(from));
    if (index === -1)
      index = paper.authors.findIndex(
        (each) => each.position === place.position && namesAreCompatible([each.printed], [place.printed]),
      );
    if (index >= 0) persons[index] = into;
  }
  return persons;
};

/** The graph that readers see. Corrections are about authors, institutions and papers, and topics without records. */
export const correctedByHand = (base: HandGraph, corrections: readonly Correction[]): HandGraph => {
  const rules = rulesOf(base, corrections);
  const units = new Map<string, HandPaper[]>();
  for (const paper of [...base.papers].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const id = rules.visible(paper.id);
    if (id !== undefined) units.set(id, [...(units.get(id) ?? []), paper]);
  }
  const spellings = new Map<string, { printed: string; curated: string | undefined }[]>();
  const papers = [...units].map(([id, members]) => visiblePaper(id, members, rules, spellings));
  const linked = papers.map((paper) => ({
    ...paper,
    references: [
      ...new Set([
        ...paper.references.map((each) => rules.first(each)),
        ...(paper.record.references ?? []).flatMap((key) => rules.ofRemoved(`paper:${key}`) ?? []),
      ]),
    ].filter((each) => each !== paper.id && units.has(each)),
  }));
  const institutions = new Set(linked.flatMap((paper) => paper.institutions));
  const topics = new Set(linked.flatMap((paper) => [...paper.topics.keys()]));
  return {
    papers: linked,
    authors: new Map([...spellings].map(([id, own]) => [id, rules.name(id) ?? nameOfAuthor(own)])),
    institutions: new Map(
      [...institutions].map((id) => [id, { name: rules.name(id) ?? base.institutions.get(id)?.name ?? '' }]),
    ),
    topics: new Map([...topics].map((id) => [id, rules.name(id) ?? base.topics.get(id) ?? ''])),
    broader: new Map(),
  };
};

const visiblePaper = (
  id: string,
  members: readonly HandPaper[],
  rules: Rules,
  spellings: Map<string, { printed: string; curated: string | undefined }[]>,
): HandPaper => {
  const kept = members[0]!;
  const persons = personsOf(kept, rules);
  const institutionsOf = (ids: readonly string[]): string[] => [
    ...new Set(ids.flatMap((each) => rules.visible(each) ?? [])),
  ];
  const authors: HandPaper['authors'] = [];
  let repeated = 0;
  for (const [index, author] of kept.authors.entries()) {
    const visible = rules.visible(persons[index] ?? '');
    if (visible === undefined) continue;
    const before = authors.find((each) => each.id === visible);
    if (before) {
      repeated += 1;
      before.institutions = institutionsOf([...before.institutions, ...author.institutions]);
      continue;
    }
    authors.push({ ...author, id: visible, institutions: institutionsOf(author.institutions) });
    const record = kept.record.authors?.[author.position - 1];
    const curated = record?.printedName === undefined ? undefined : record.name;
    spellings.set(visible, [...(spellings.get(visible) ?? []), { printed: author.printed, curated }]);
  }
  const withTopics = members.find(({ topics }) => topics.size > 0);
  const topics = new Map<string, number | null>();
  for (const [topic, score] of withTopics?.topics ?? []) {
    const visible = rules.visible(topic);
    if (visible === undefined) continue;
    const before = topics.get(visible) ?? null;
    topics.set(visible, before === null ? score : Math.max(before, score ?? before));
  }
  const withReferences = members.find(({ record }) => (record.references ?? []).length > 0);
  const name = rules.name(id);
  const { authorCount } = kept.record;
  const isCounted = authorCount === undefined || authorCount === kept.authors.length;
  return {
    ...kept,
    id,
    record: {
      ...kept.record,
      references: withReferences?.record.references ?? [],
      ...(name !== undefined && { title: name }),
    },
    authors,
    institutions: [...new Set(authors.flatMap((author) => author.institutions))],
    topics,
    references: withReferences?.references ?? [],
    n: kept.n - (isCounted ? repeated : 0),
    authorCount: isCounted && kept.authorCount !== null ? kept.authorCount - repeated : kept.authorCount,
  };
};
