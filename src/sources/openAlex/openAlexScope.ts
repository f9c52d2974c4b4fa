import { createHash } from 'node:crypto';
import { badInput } from '../../graph/errors.ts';
import { identifierKey } from '../../graph/model/identifiers.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { SourceScope } from '../../graph/sources/sourceState.ts';
import { isCalendarDay } from '../../import/isCalendarDay.ts';

/** The options of the command line, as texts. */
export interface ScopeOptions {
  orcid?: string;
  hops?: string;
  ror?: string;
  topic?: string;
  filter?: string;
  from?: string;
  most?: string;
}

/** Converts the options of the command line to a scope. @throws GraphError BAD_USER_INPUT */
export const openAlexScope = (options: ScopeOptions): SourceScope => {
  const { orcid, hops, ror, topic, filter, from, most } = options;
  const scope: SourceScope = {
    ...(orcid !== undefined && { orcid: identifierOf('AUTHOR', 'orcid', orcid, '0000-0002-1825-0097') }),
    ...(hops !== undefined && { hops: hopsOf(hops, orcid) }),
    ...(ror !== undefined && { ror: identifierOf('INSTITUTION', 'ror', ror, '03vek6s52') }),
    ...(topic !== undefined && { topic: identifierOf('TOPIC', 'openalex', topic, 'T10181') }),
    ...(filter !== undefined && { filter: filterOf(filter) }),
    ...(from !== undefined && { from: dayOf(from) }),
    ...(most !== undefined && { most: wholeNumber('most', most) }),
  };
  if (Object.keys(scope).some((name) => ['orcid', 'ror', 'topic', 'filter'].includes(name))) return scope;
  throw badInput(
    'scope',
    'What to read from OpenAlex is missing. Give --orcid, --ror, --topic or --filter, for example --orcid 0000-0002-1825-0097.',
  );
};

/** A name for a scope to which the user gave no name. */
export const scopeName = (scope: SourceScope): string => {
  const { orcid, ror, topic } = scope;
  const parts = Object.entries({ orcid, ror, topic }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}-${value}`],
  );
  if (
    parts.length === 1 &&
    Object.keys(scope).every((name) => ['orcid', 'hops', 'ror', 'topic'].includes(name))
  ) {
    return parts.join('-');
  }
  const digest = createHash('sha256').update(JSON.stringify(scope)).digest('hex').slice(0, 8);
  return [...parts, 'filter', digest].join('-');
};

const identifierOf = (kind: EntityKind, scheme: string, text: string, example: string): string => {
  const key = identifierKey(kind, scheme, text);
  if (key === undefined) {
    throw badInput(
      scheme,
      `"${text}" is not a valid ${scheme === 'openalex' ? 'id of a topic' : scheme.toUpperCase()}, for example ${example}.`,
    );
  }
  return decodeURIComponent(key.slice(key.lastIndexOf(':') + 1));
};

const hopsOf = (text: string, orcid: string | undefined): number => {
  if (text !== '0' && text !== '1') throw badInput('hops', `hops is "${text}": it must be 0 or 1.`);
  if (text === '1' && orcid === undefined)
    throw badInput('hops', '--hops 1 reads the works of co-authors of one person, so --orcid is missing.');
  return Number(text);
};

const filterOf = (text: string): string => {
  if (/^[a-z_.]+:\S/i.test(text.trim())) return text.trim();
  throw badInput(
    'filter',
    `filter is "${text}": write <field>:<value>, for example primary_topic.id:T10181,type:article.`,
  );
};

const dayOf = (text: string): string => {
  const day = /^\d{4}$/.test(text) ? `${text}-01-01` : text;
  if (isCalendarDay(day)) return day;
  throw badInput('from', `from is "${text}": it must be a year or a day, for example 2020 or 2020-12-31.`);
};

const wholeNumber = (name: string, text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw badInput(name, `${name} is "${text}": it must be a whole number, 1–999999999.`);
};
