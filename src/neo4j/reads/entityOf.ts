import type { Entity, EntityKind, InstitutionType, PaperType, TopicLevel } from '../../graph/entities.ts';
import type { EntityId } from '../../graph/ids.ts';

/** A node's properties as `nodeProjection` reads them: what is not stored is null, what was not read is absent. */
export interface NodeRow {
  id: EntityId;
  paperCount?: number | null;
  name?: string | null;
  countryCode?: string | null;
  level?: TopicLevel | null;
  title?: string | null;
  date?: string | null;
  year?: number | null;
  citationCount?: number | null;
  // not of brief ones
  keys?: EntityId[];
  alternativeNames?: string[] | null;
  institutionType?: InstitutionType | null;
  city?: string | null;
  paperType?: PaperType | null;
  venueName?: string | null;
  url?: string | null;
  codeUrl?: string | null;
  isRetracted?: boolean;
  authorCount?: number | null;
  authorListIsComplete?: boolean;
  teamSize?: number;
}

/** The entity a node stands for. */
export const entityOf = (kind: EntityKind, row: NodeRow, cap: number, isBrief = false): Entity => {
  const { id, keys = [], paperCount, name } = row;
  const common = { id, keys, ...(isBrief && { isBrief: true as const }) };
  if (kind === 'PAPER') return { kind, ...common, paperCount: 1, ...paperFacts(row, cap) };
  const named = { ...common, paperCount: paperCount ?? 0, name: name ?? '' };
  if (kind === 'AUTHOR') return { kind, ...named, alternativeNames: row.alternativeNames ?? [] };
  if (kind === 'TOPIC') return { kind, ...named, level: row.level ?? null };
  const { institutionType = null, countryCode = null, city = null } = row;
  return { kind, ...named, institutionType, countryCode, city };
};

const paperFacts = (row: NodeRow, cap: number) => ({
  title: row.title ?? null,
  date: row.date ?? null,
  year: row.year ?? null,
  paperType: row.paperType ?? null,
  venueName: row.venueName ?? null,
  url: row.url ?? null,
  codeUrl: row.codeUrl ?? null,
  citationCount: row.citationCount ?? null,
  isRetracted: row.isRetracted ?? false,
  authorCount: row.authorCount ?? null,
  authorListIsComplete: row.authorListIsComplete ?? true,
  isTooLargeForCollaboration: (row.teamSize ?? 0) > cap,
});
