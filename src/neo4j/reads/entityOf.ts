import type {
  Author,
  BriefEntity,
  BriefEntityOf,
  Entity,
  EntityKind,
  Institution,
  Paper,
  Topic,
} from '../../graph/model/entities.ts';
import type { NodeValues } from '../cypher/projections.ts';

/** The entity of a node, from the values of its projection. */
export const entityOf = (kind: EntityKind, values: NodeValues, cap: number): Entity => {
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

/** The same from the values of a brief projection. */
export const briefEntityOf = (kind: EntityKind, values: NodeValues): BriefEntity => {
  switch (kind) {
    case 'AUTHOR':
      return briefAuthorOf(values as NodeValues<'AUTHOR'>);
    case 'INSTITUTION':
      return briefInstitutionOf(values as NodeValues<'INSTITUTION'>);
    case 'PAPER':
      return briefPaperOf(values as NodeValues<'PAPER'>);
    case 'TOPIC':
      return briefTopicOf(values as NodeValues<'TOPIC'>);
  }
};

const briefAuthorOf = ([id, paperCount, name]: NodeValues<'AUTHOR'>): BriefEntityOf<'AUTHOR'> => ({
  kind: 'AUTHOR',
  id: id ?? '',
  paperCount: paperCount ?? 0,
  name: name ?? '',
});

const authorOf = (values: NodeValues<'AUTHOR'>): Author => {
  const [, , , keys, alternativeNames] = values;
  return { ...briefAuthorOf(values), keys: keys ?? [], alternativeNames: alternativeNames ?? [] };
};

const briefInstitutionOf = (values: NodeValues<'INSTITUTION'>): BriefEntityOf<'INSTITUTION'> => {
  const [id, paperCount, name, countryCode] = values;
  return {
    kind: 'INSTITUTION',
    id: id ?? '',
    paperCount: paperCount ?? 0,
    name: name ?? '',
    countryCode: countryCode ?? null,
  };
};

const institutionOf = (values: NodeValues<'INSTITUTION'>): Institution => {
  const [, , , , keys, institutionType, city] = values;
  return {
    ...briefInstitutionOf(values),
    keys: keys ?? [],
    institutionType: institutionType ?? null,
    city: city ?? null,
  };
};

const briefTopicOf = ([id, paperCount, name, level]: NodeValues<'TOPIC'>): BriefEntityOf<'TOPIC'> => ({
  kind: 'TOPIC',
  id: id ?? '',
  paperCount: paperCount ?? 0,
  name: name ?? '',
  level: level ?? null,
});

const topicOf = (values: NodeValues<'TOPIC'>): Topic => ({ ...briefTopicOf(values), keys: values[4] ?? [] });

const briefPaperOf = (values: NodeValues<'PAPER'>): BriefEntityOf<'PAPER'> => {
  const [id, title, date, year, citationCount] = values;
  return {
    kind: 'PAPER',
    id: id ?? '',
    paperCount: 1,
    title: title ?? null,
    date: date ?? null,
    year: year ?? null,
    citationCount: citationCount ?? null,
  };
};

const paperOf = (values: NodeValues<'PAPER'>, cap: number): Paper => {
  const [, , , , , keys, paperType, venueName, url, codeUrl, ...others] = values;
  const [isRetracted, authorCount, authorListIsComplete, teamSize] = others;
  return {
    ...briefPaperOf(values),
    keys: keys ?? [],
    paperType: paperType ?? null,
    venueName: venueName ?? null,
    url: url ?? null,
    codeUrl: codeUrl ?? null,
    isRetracted: isRetracted ?? false,
    authorCount: authorCount ?? null,
    authorListIsComplete: authorListIsComplete ?? true,
    isTooLargeForCollaboration: (teamSize ?? 0) > cap,
  };
};
