import type { EntityKind } from './__generated__/graphql.ts';
import { splitQuery } from './pageQuery.ts';

export { entityPath } from '../widget/entityPath.ts';

/**
 * The views of the explorer. Each has its own address, which can be shared. `graph` is the part of the query string
 * that describes the graph; `lists` is the part with the order and filters of lists.
 */
export type Address =
  | { view: 'home'; graph: string }
  | { view: 'search'; text: string; kind: EntityKind | undefined; lists: URLSearchParams }
  | {
      view: 'entity';
      kind: EntityKind;
      ids: readonly [string, ...string[]];
      graph: string;
      lists: URLSearchParams;
    }
  | { view: 'paths'; kind: PathKind; parameters: URLSearchParams }
  | { view: 'recipes' }
  | { view: 'comparison'; ids: readonly string[] }
  | { view: 'review'; kind: ReviewedKind }
  | { view: 'notFound'; path: string };

/** The kinds of entities of which pairs can be reviewed. */
export type ReviewedKind = Extract<EntityKind, 'AUTHOR' | 'PAPER'>;

/** Whether a path connects two authors or two topics. */
export type PathKind = 'authors' | 'topics';

const kinds: Readonly<Record<string, EntityKind>> = {
  author: 'AUTHOR',
  institution: 'INSTITUTION',
  paper: 'PAPER',
  topic: 'TOPIC',
};

/** The maximum number of entities in a comparison. */
export const MOST_COMPARED = 4;

/** Finds the view of an address. The server sends the same page for every path of the explorer. */
export const parseAddress = ({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Address => {
  const [, first = '', ...others] = pathname.split('/');
  const rest = others.join('/');
  const parameters = new URLSearchParams(search);
  const { main, lists } = splitQuery(search);
  const kind = kinds[first];
  if (kind && rest !== '') return { view: 'entity', kind, ids: possibleIds(first, rest), graph: main, lists };
  if (first === 'paths' && (rest === 'authors' || rest === 'topics'))
    return { view: 'paths', kind: rest, parameters };
  if (first === 'recipes' && rest === '') return { view: 'recipes' };
  if (first === 'compare' && rest === '')
    return {
      view: 'comparison',
      ids: parameters
        .getAll('ids')
        .filter((id) => id !== '')
        .slice(0, MOST_COMPARED),
    };
  if (first === 'search' && rest === '')
    return {
      view: 'search',
      text: parameters.get('text') ?? parameters.get('q') ?? '',
      kind: kinds[parameters.get('kind') ?? ''],
      lists,
    };
  const reviewed = reviewedKinds.find((each) => reviewPath(each) === pathname);
  if (reviewed) return { view: 'review', kind: reviewed };
  return first === '' ? { view: 'home', graph: main } : { view: 'notFound', path: pathname };
};

const reviewedKinds: readonly ReviewedKind[] = ['AUTHOR', 'PAPER'];

export const reviewPath = (kind: ReviewedKind): string => (kind === 'PAPER' ? '/review/papers' : '/review');

/**
 * The ids that a path may mean, the most likely one first. Ids are percent-encoded, and addresses encode them again. A
 * person may also have pasted an id without this second encoding, or without its kind.
 */
const possibleIds = (kind: string, path: string): [string, ...string[]] => {
  const withKind = (id: string): string => (id.startsWith(`${kind}:`) ? id : `${kind}:${id}`);
  const decoded = decode(path);
  return [withKind(decoded), withKind(path), withKind(decode(decoded).replaceAll(' ', '%20'))];
};

/** Decodes percent escapes. A text with a malformed escape is returned as it is. */
export const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The kind of an entity, which is the first word of its id; undefined for a text that is no id. */
export const kindOfId = (id: string): EntityKind | undefined => kinds[id.slice(0, id.indexOf(':'))];

/** The address of the comparison of these entities. With a single id, the page asks for a second entity. */
export const comparisonPath = (ids: readonly string[]): string =>
  `/compare?${new URLSearchParams(ids.map((id): [string, string] => ['ids', id])).toString()}`;

export const searchPath = (text: string, kind?: EntityKind): string => {
  const parameters = new URLSearchParams({ text });
  if (kind) parameters.set('kind', kind.toLowerCase());
  return `/search?${parameters.toString()}`;
};

/** The address of a path search. Empty parameters are left out. */
export const pathsPath = (kind: PathKind, parameters: Readonly<Record<string, string>> = {}): string => {
  const entries = Object.entries(parameters).filter(([, value]) => value !== '');
  const text = new URLSearchParams(entries).toString();
  return `/paths/${kind}${text && `?${text}`}`;
};
