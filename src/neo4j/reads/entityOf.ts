import type { Author, Entity, EntityKind, Institution, Paper, Topic } from '../../graph/model/entities.ts';
import type { NodeValues } from '../cypher/projections.ts';

/** The entity a node stands for. */
export const entityOf = (kind: EntityKind, values: NodeValues, cap: number, isBrief = false): Entity => {
  const entity = wholeOf(kind, values, cap);
  if (isBrief) entity.isBrief = true;
  return entity;
};

const wholeOf = (kind: EntityKind, values: NodeValues, cap: number): Entity => {
  switch (kind) {
    case 'AUTHOR':
      return authorOf(values as NodeValues<'AUTHOR'>);
    case 'INSTITUTION':
      return institutionOf(values as NodeValues<'INSTITUTION'>);
    case 'PAPER':
      return paperOf(values as NodeValues<'PAPER'>, cap);
    case 'TOPIC':
      return topicOf(values as NodeValues<'TOPIC'>);
  }
};

const authorOf = ([id, papers, name, keys, alternativeNames]: NodeValues<'AUTHOR'>): Author => ({
  kind: 'AUTHOR',
  id: id ?? '',
  keys: keys ?? [],
  paperCount: papers ?? 0,
  name: name ?? '',
  alternativeNames: alternativeNames ?? [],
});

const institutionOf = (values: NodeValues<'INSTITUTION'>): Institution => {
  const [id, papers, name, countryCode, keys, institutionType, city] = values;
  return {
    kind: 'INSTITUTION',
    id: id ?? '',
    keys: keys ?? [],
    paperCount: papers ?? 0,
    name: name ?? '',
    institutionType: institutionType ?? null,
    countryCode: countryCode ?? null,
    city: city ?? null,
  };
};

const topicOf = ([id, papers, name, level, keys]: NodeValues<'TOPIC'>): Topic => ({
  kind: 'TOPIC',
  id: id ?? '',
  keys: keys ?? [],
  paperCount: papers ?? 0,
  name: name ?? '',
  level: level ?? null,
});

const paperOf = (values: NodeValues<'PAPER'>, cap: number): Paper => {
  const [id, title, date, year, citationCount, keys, paperType, venueName, url, codeUrl, ...others] = values;
  const [isRetracted, authorCount, authorListIsComplete, teamSize] = others;
  return {
    kind: 'PAPER',
    id: id ?? '',
    keys: keys ?? [],
    paperCount: 1,
    title: title ?? null,
    date: date ?? null,
    year: year ?? null,
    paperType: paperType ?? null,
    venueName: venueName ?? null,
    url: url ?? null,
    codeUrl: codeUrl ?? null,
    citationCount: citationCount ?? null,
    isRetracted: isRetracted ?? false,
    authorCount: authorCount ?? null,
    authorListIsComplete: authorListIsComplete ?? true,
    isTooLargeForCollaboration: (teamSize ?? 0) > cap,
  };
};
