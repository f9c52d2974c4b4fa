import type { Entity, EntityKind, InstitutionType, PaperType, TopicLevel } from '../../graph/entities.ts';
import type { EntityId } from '../../graph/ids.ts';

/** A node's properties as `nodeProjection` reads them: what is not stored is null. */
export interface NodeRow {
  id: EntityId;
  keys: EntityId[];
  paperCount: number | null;
  name: string | null;
  alternativeNames: string[] | null;
  institutionType: InstitutionType | null;
  countryCode: string | null;
  city: string | null;
  level: TopicLevel | null;
  title: string | null;
  date: string | null;
  year: number | null;
  paperType: PaperType | null;
  venueName: string | null;
  url: string | null;
  codeUrl: string | null;
  citationCount: number | null;
  isRetracted: boolean;
  authorCount: number | null;
  authorListIsComplete: boolean;
  teamSize: number;
}

/** The entity a node stands for. */
export const entityOf = (kind: EntityKind, row: NodeRow, cap: number): Entity => {
  const { id, keys } = row;
  const named = { id, keys, paperCount: row.paperCount ?? 0, name: row.name ?? '' };
  if (kind === 'AUTHOR') return { kind, ...named, alternativeNames: row.alternativeNames ?? [] };
  if (kind === 'TOPIC') return { kind, ...named, level: row.level };
  if (kind === 'INSTITUTION') {
    const { institutionType, countryCode, city } = row;
    return { kind, ...named, institutionType, countryCode, city };
  }
  const { teamSize, ...facts } = paperFacts(row);
  return { kind, id, keys, paperCount: 1, ...facts, isTooLargeForCollaboration: teamSize > cap };
};

const paperFacts = (row: NodeRow) => ({
  title: row.title,
  date: row.date,
  year: row.year,
  paperType: row.paperType,
  venueName: row.venueName,
  url: row.url,
  codeUrl: row.codeUrl,
  citationCount: row.citationCount,
  isRetracted: row.isRetracted,
  authorCount: row.authorCount,
  authorListIsComplete: row.authorListIsComplete,
  teamSize: row.teamSize,
});
