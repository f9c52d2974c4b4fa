import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { nameSlug } from '../../../src/import/formats/aclAnthology/nameSlug.ts';

/*
 * Writes the data of 2022 in the layouts that the Anthology has since January 2026 (YAML) and July 2026 (JSON), with
 * drawn ORCIDs, people who are not matched by name, removed papers, events and talks.
 */

interface Name {
  first?: string;
  last: string;
}
interface Person {
  names: Name[];
  orcid?: string;
  disable_name_matching?: boolean;
}
type People = Record<string, Person>;
type Venues = Record<string, { oldstyle_letter?: string }>;

/** @param tables the form of the lists of people and venues */
export const writeNewAnthology = (source: string, target: string, tables: 'yaml' | 'json'): void => {
  for (const folder of ['xml', tables, ...(tables === 'yaml' ? ['yaml/venues'] : [])]) {
    mkdirSync(join(target, folder), { recursive: true });
  }
  const yaml = (name: string): unknown => parse(readFileSync(join(source, 'yaml', `${name}.yaml`), 'utf8'));
  const people = newPeople(yaml('name_variants') as OldPerson[]);
  const venues = yaml('venues') as Venues;
  for (const file of readdirSync(join(source, 'xml'))) {
    const xml = readFileSync(join(source, 'xml', file), 'utf8');
    writeFileSync(join(target, 'xml', file), newCollection(xml, file.replace('.xml', ''), people, venues));
  }
  if (tables === 'json') {
    writeFileSync(join(target, 'json', 'people.json'), JSON.stringify(people));
    writeFileSync(join(target, 'json', 'venues.json'), JSON.stringify(venues));
    writeFileSync(join(target, 'json', 'sigs.json'), '{}');
    return;
  }
  writeFileSync(join(target, 'yaml', 'people.yaml'), stringify(people));
  for (const [slug, venue] of Object.entries(venues)) {
    writeFileSync(join(target, 'yaml', 'venues', `${slug}.yaml`), stringify(venue));
  }
  cpSync(join(source, 'yaml', 'sigs'), join(target, 'yaml', 'sigs'), { recursive: true });
};

interface OldPerson {
  canonical: Name;
  variants?: Name[];
  variant?: Name;
  id?: string;
}

/** Each fifth person gets an ORCID, and each seventeenth is not matched by name. */
const newPeople = (old: readonly OldPerson[]): People => {
  const people: People = {};
  const taken = new Set(old.flatMap(({ id }) => id?.toLowerCase() ?? []));
  for (const [index, { canonical, variants = [], variant, id }] of old.entries()) {
    const names = [canonical, ...variants, ...(variant ? [variant] : [])];
    people[id?.toLowerCase() ?? freeId(canonical, taken)] = {
      names: [
        ...new Map(names.map((name) => [JSON.stringify([name.first ?? '', name.last]), name])).values(),
      ],
      ...(index % 5 === 0 && { orcid: drawnOrcid(index) }),
      ...(index % 17 === 0 && { disable_name_matching: true }),
    };
  }
  return people;
};

const freeId = ({ first = '', last }: Name, taken: Set<string>): string => {
  let id = nameSlug(`${first} ${last}`);
  while (taken.has(id)) id += '-x';
  taken.add(id);
  return id;
};

const drawnOrcid = (number: number): string => {
  const digits = `000900000000000${number}`.slice(-15).replace(/^..../, '0009');
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return `${digits}${check === 10 ? 'X' : check}`.replace(/(.{4})(?=.)/g, '$1-');
};

const newCollection = (xml: string, collection: string, people: People, venues: Venues): string => {
  const slug = venueOf(collection, venues);
  let papers = 0;
  return xml
    .replace(/<(pwccode|pwcdataset|attachment|revision|erratum|video|award)\b[^>]*(?:\/>|>[^<]*<\/\1>)/g, '')
    .replace(/<url(?: [^>]*)?>(?!https?:)[^<]*<\/url>/g, '') // names of files, which have an element of their own now
    .replace(/<bibkey>(?![a-z][a-z0-9-]+<)[^<]*/g, '<bibkey>unnamed')
    .replace(
      /<volume id="([^"]*)"/g,
      `$& type="${/^[JQ]|\.tacl|\.cl$/.test(collection) ? 'journal' : 'proceedings'}"`,
    )
    .replace(/<meta>[^]*?<\/meta>/g, (meta) => newMeta(meta, collection, slug))
    .replace(
      /<(author|editor)\b([^>]*)>([^]*?)<\/\1>/g,
      (_, element: string, attributes: string, inside: string) => {
        const names = withLastName(inside);
        return names === undefined
          ? ''
          : `<${element}${newAttributes(attributes, names, people)}>${names}</${element}>`;
      },
    )
    .replace(/<\/paper>/g, () =>
      (papers += 1) % 600 === 0 ? '<removed date="2026-03-01">Withdrawn</removed></paper>' : '</paper>',
    )
    .replace('</collection>', `${newEvent(collection, slug)}</collection>`);
};

const newMeta = (meta: string, collection: string, slug: string | undefined): string => {
  const year = Number(/\d+/.exec(collection)?.[0]);
  const fullYear = year > 1000 ? year : year >= 50 ? 1900 + year : 2000 + year;
  const added = `${meta.includes('<year>') ? '' : `<year>${fullYear}</year>`}${slug === undefined ? '' : `<venue>${slug}</venue>`}`;
  return meta
    .replace(
      /<(\/?)(volume|issue|journal)>/g,
      (_, slash: string, name: string) => `<${slash}journal-${name === 'journal' ? 'title' : name}>`,
    )
    .replace('</meta>', `${added}</meta>`);
};

const venueOf = (collection: string, venues: Venues): string | undefined => {
  const slug = /^\d{4}\.(.+)$/.exec(collection)?.[1];
  if (slug !== undefined) return slug in venues ? slug : undefined;
  return Object.keys(venues).find((each) => venues[each]!.oldstyle_letter === collection.slice(0, 1));
};

const newEvent = (collection: string, slug: string | undefined): string =>
  slug !== undefined && /^\d{4}/.test(collection)
    ? `<event id="${slug}-${collection.slice(0, 4)}"><meta><title>An Event</title><location>Online</location></meta>
<talk><title>A Talk</title><speaker><first>Guest</first><last>Speaker</last></speaker></talk></event>`
    : '';

/** An author with an id is listed with the printed name; half of those with an ORCID have it as an attribute. */
const newAttributes = (attributes: string, inside: string, people: People): string => {
  const id = /\bid="([^"]*)"/.exec(attributes)?.[1]?.toLowerCase();
  if (id === undefined) return attributes;
  const name = { first: partOf(inside, 'first'), last: partOf(inside, 'last') };
  const person = (people[id] ??= { names: [] });
  if (!person.names.some(({ first = '', last }) => first === name.first && last === name.last)) {
    person.names.push(name);
  }
  const hasOrcid = person.orcid !== undefined && name.last.length % 2 === 0;
  return ` id="${id}"${hasOrcid ? ` orcid="${person.orcid}"` : ''}`;
};

/** The only name of a person is the last name now; undefined without any name. */
const withLastName = (inside: string): string | undefined => {
  if (partOf(inside, 'last') !== '') return inside;
  const first = /<first>[^<]*<\/first>/.exec(inside)?.[0];
  return (
    first &&
    inside.replace(/<first>[^<]*<\/first>|<last\s*\/>|<last><\/last>/g, '') +
      first.replaceAll('first', 'last')
  );
};

const partOf = (inside: string, element: 'first' | 'last'): string =>
  (new RegExp(`<${element}>([^<]*)</${element}>`).exec(inside)?.[1] ?? '').replace(/&amp;/g, '&');
