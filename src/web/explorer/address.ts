import type { EntityKind } from './__generated__/graphql.ts';

/** What the page can show, each at an address of its own that can be shared. */
export type Address =
  | { view: 'home' }
  | { view: 'search'; text: string; kind: EntityKind | undefined }
  | { view: 'entity'; kind: EntityKind; id: string }
  | { view: 'paths'; between: PathEnds; choices: URLSearchParams }
  | { view: 'unknown'; path: string };

/** What a path can be between. */
export type PathEnds = 'authors' | 'topics';

const kinds: Readonly<Record<string, EntityKind>> = {
  author: 'AUTHOR',
  institution: 'INSTITUTION',
  paper: 'PAPER',
  topic: 'TOPIC',
};

/** What an address of this page stands for. The server answers all of them with the page. */
export const readAddress = ({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Address => {
  const [, first = '', ...others] = pathname.split('/');
  const rest = others.join('/');
  const choices = new URLSearchParams(search);
  const kind = kinds[first];
  if (kind && rest !== '') return { view: 'entity', kind, id: decoded(rest) };
  if (first === 'paths' && (rest === 'authors' || rest === 'topics'))
    return { view: 'paths', between: rest, choices };
  if (first === 'search' && rest === '')
    return { view: 'search', text: choices.get('text') ?? '', kind: kinds[choices.get('kind') ?? ''] };
  return first === '' ? { view: 'home' } : { view: 'unknown', path: pathname };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone %: nothing has such an id, and the page will say so
  }
};

/** The address of an entity's page; ids hold signs that mean something in an address. */
export const entityPath = (id: string): string => {
  const kind = id.slice(0, id.indexOf(':'));
  const encoded = encodeURIComponent(id).replaceAll('%3A', ':');
  // Slashes stay readable, except where the browser would take dots between them for steps in a path.
  const hasDots = /(^|\/)\.{1,2}(\/|$)/.test(id);
  return `/${kind}/${hasDots ? encoded : encoded.replaceAll('%2F', '/')}`;
};

/** The address of what a search for a text finds, of one kind or of all. */
export const searchPath = (text: string, kind?: EntityKind): string => {
  const choices = new URLSearchParams({ text });
  if (kind) choices.set('kind', kind.toLowerCase());
  return `/search?${choices.toString()}`;
};

/** The address of paths between two authors or topics, with what was chosen about them. */
export const pathsPath = (between: PathEnds, choices: Readonly<Record<string, string>> = {}): string => {
  const chosen = Object.entries(choices).filter(([, value]) => value !== '');
  const text = new URLSearchParams(chosen).toString();
  return `/paths/${between}${text && `?${text}`}`;
};
