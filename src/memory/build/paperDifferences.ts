import type { EntityId } from '../../graph/model/ids.ts';
import { relationRow, relationsFrom } from '../../graph/model/relations.ts';
import { at, rowEnd, rowStart } from '../algorithms/adjacency.ts';
import { nodeFlags } from '../algorithms/nodeFlags.ts';
import type { PaperColumnName } from '../algorithms/paperColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type {
  ChangedAffiliation,
  ChangedEdge,
  ChangedPaper,
  PaperPart,
  ReadRelationKind,
} from './graphDelta.ts';

type Edges = Readonly<Record<ReadRelationKind, readonly ChangedEdge[]>>;

/** By part of a paper, for example its topics: the content of this part as texts that can be compared. */
type Contents = Map<PaperPart, string[]>;

/**
 * Compares papers that were read from a store with the papers of a graph. Returns, by paper, the parts that differ;
 * papers that are not in the graph are left out. Relations that are derived only from unchanged parts need not be
 * computed again.
 */
export const paperDifferences = (
  graph: MemoryGraph,
  papers: readonly ChangedPaper[],
  edges: Edges,
  affiliations: readonly ChangedAffiliation[],
): Map<EntityId, ReadonlySet<PaperPart>> => {
  const known = papers.filter(({ id }) => graph.nodeOfId(id) !== undefined);
  const now = contentsRead(known, edges, affiliations);
  const before = contentsOf(graph, known);
  return new Map(known.map(({ id }) => [id, differences(before.get(id), now.get(id))]));
};

const differences = (before: Contents = new Map(), now: Contents = new Map()): ReadonlySet<PaperPart> => {
  const text = (contents: Contents, part: PaperPart): string =>
    [...new Set(contents.get(part))].sort().join('\n');
  const parts = new Set([...before.keys(), ...now.keys()]);
  return new Set([...parts].filter((part) => text(before, part) !== text(now, part)));
};

const add = (contents: Contents | undefined, part: PaperPart, item: string): void => {
  const items = contents?.get(part);
  if (items) items.push(item);
  else contents?.set(part, [item]);
};

/** @param value the value of the edge; NaN if it has none */
const edgeText = (source: EntityId, target: EntityId, value: number): string =>
  `${source} ${target} ${value}`;

const contentsRead = (
  papers: readonly ChangedPaper[],
  edges: Edges,
  affiliations: readonly ChangedAffiliation[],
): Map<EntityId, Contents> => {
  const all = new Map<EntityId, Contents>();
  for (const { id } of papers) all.set(id, new Map());
  for (const { id, numbers, words } of papers) {
    for (const [name, number] of Object.entries(numbers)) add(all.get(id), 'FIELDS', `${name} ${number}`);
    for (const [name, word] of Object.entries(words)) add(all.get(id), 'FIELDS', `${name} ${word ?? ''}`);
  }
  for (const [kind, list] of Object.entries(edges) as [ReadRelationKind, readonly ChangedEdge[]][]) {
    for (const { source, target, value } of list)
      for (const id of new Set([source, target])) add(all.get(id), kind, edgeText(source, target, value));
  }
  for (const { paper, author, institution } of affiliations) {
    add(all.get(paper), 'AFFILIATIONS', `${author} ${institution}`);
    add(all.get(paper), 'WRITTEN_AT', edgeText(paper, institution, NaN));
  }
  return all;
};

const storedRelations = relationsFrom('PAPER').filter((name) => !relationRow(name).derivation);

const contentsOf = (graph: MemoryGraph, papers: readonly ChangedPaper[]): Map<EntityId, Contents> => {
  const { columns, words, rows, ids } = graph;
  const all = new Map<number, Contents>();
  const idOf = (node: number): EntityId => ids[node] ?? '';
  for (const { id, numbers, words: read } of papers) {
    const node = graph.nodeOfId(id) ?? 0;
    const contents: Contents = new Map();
    all.set(node, contents);
    for (const name of Object.keys(numbers) as PaperColumnName[])
      add(contents, 'FIELDS', `${name} ${columns[name][node - columns.start]}`);
    for (const name of Object.keys(read))
      add(contents, 'FIELDS', `${name} ${words.PAPER[name]?.word(node) ?? ''}`);
    for (const relation of storedRelations) {
      const { kind, direction } = relationRow(relation);
      const { targets, values } = rows[relation] as { targets: Uint32Array; values?: Float64Array };
      for (let slot = rowStart(rows[relation], node); slot < rowEnd(rows[relation], node); slot += 1) {
        const [source, target] = direction === 'IN' ? [at(targets, slot), node] : [node, at(targets, slot)];
        add(
          contents,
          kind as PaperPart,
          edgeText(idOf(source), idOf(target), values ? at(values, slot) : NaN),
        );
      }
    }
  }
  const { papers: affiliated, authors, institutions } = graph.affiliations;
  const isRead = nodeFlags(all.keys(), graph.ranges.PAPER);
  for (let index = 0; index < affiliated.length && papers.length > 0; index += 1) {
    const paper = at(affiliated, index);
    if (isRead[paper - columns.start] === 0) continue;
    const item = `${idOf(at(authors, index))} ${idOf(at(institutions, index))}`;
    add(all.get(paper), 'AFFILIATIONS', item);
  }
  return new Map([...all].map(([node, contents]) => [idOf(node), contents]));
};
