import { identifierKey } from '../../../graph/model/identifiers.ts';
import { parseId } from '../../../graph/model/ids.ts';
import type { ImportProblem } from '../../importProblem.ts';
import type { RedirectRecord } from '../../importRecord.ts';
import type { DblpRecord } from './dblpParser.ts';

/** The names of the elements that describe a person: one in dblp.xml, the other in the file of a person. */
export const personElements: ReadonlySet<string> = new Set(['www', 'person']);

/** What the record of a person says. */
export interface DblpPerson {
  /** The id in the address of the person's page, for example `65/9612`. */
  pid: string;
  /** All spellings of the name, the main one first. */
  names: readonly string[];
  /** Whether the name stands for several people whom dblp has not told apart. */
  isShared: boolean;
  orcids: readonly string[];
  /** The pid of the record into which dblp merged this record. */
  mergedInto: string | undefined;
}

/** Converts the record of a person. Returns undefined for the record of a web page that is not about a person. */
export const dblpPerson = ({ key, publicationTypes, fields }: DblpRecord): DblpPerson | undefined => {
  const pid = pidOf(key);
  if (pid === undefined) return undefined;
  const texts = (name: string): string[] =>
    fields.filter((field) => field.name === name && field.text !== '').map(({ text }) => text);
  const addresses = fields.filter(
    ({ name, attributes }) => name === 'url' && attributes['type'] !== 'deprecated',
  );
  const orcids = addresses.flatMap(({ text }) => orcidOf(text) ?? []);
  return {
    pid,
    names: texts('author'),
    isShared: publicationTypes.includes('disambiguation'),
    orcids: [...new Set(orcids)],
    mergedInto: pidOf(texts('crossref')[0] ?? ''),
  };
};

const pidOf = (key: string): string | undefined => /^homepages\/(\S+)$/.exec(key)?.[1];

const orcidOf = (address: string): string | undefined => {
  const key = /orcid\.org/i.test(address) ? identifierKey('AUTHOR', 'orcid', address) : undefined;
  return key === undefined ? undefined : parseId(key)?.key;
};

/**
 * Records that give the identifiers of a person (pid, ORCID and other spellings) to the author with the main spelling
 * of the name. Publications name the person by the main spelling. A person without stored publications is not stored.
 */
export const personRecords = ({
  pid,
  names,
  isShared,
  orcids,
  mergedInto,
}: DblpPerson): (RedirectRecord | { problem: ImportProblem })[] => {
  const redirect = (from: string, to: string): RedirectRecord => ({
    record: 'redirect',
    kind: 'author',
    from,
    to,
  });
  if (mergedInto !== undefined) return [redirect(`dblp:${pid}`, `dblp:${mergedInto}`)];
  const [mainName, ...otherNames] = names;
  if (mainName === undefined || isShared) return [];
  // A redirect has no effect if neither of its two keys is stored. Any redirect of this list may be the first one that
  // gives the key of the main name to a stored author, so the redirects before it are repeated after it.
  const ids = [...otherNames, ...otherNames.slice(0, -1), pid];
  const message = `homepages/${pid} has the ORCIDs ${orcids.join(', ')}`;
  return [
    ...ids.map((id) => redirect(`dblp:${id}`, `dblp:${mainName}`)),
    ...(orcids.length > 1
      ? [{ problem: { kind: 'contradictoryIdentifier', message } as const }]
      : orcids.map((orcid) => redirect(`orcid:${orcid}`, `dblp:${mainName}`))),
  ];
};
