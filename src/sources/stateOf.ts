import { isDeepStrictEqual } from 'node:util';
import {
  scopeText,
  sourceDocumentName,
  sourcesOf,
  type ServiceName,
  type SourceScope,
  type SourceState,
} from '../graph/sources/sourceState.ts';
import { SourceError } from './sourceError.ts';
import type { Document } from './sourceReader.ts';

/**
 * The stored state of a source, or the state of a new source with the given scope.
 *
 * @throws SourceError BAD_USER_INPUT if there is neither a stored source nor a scope, or if the stored source has
 *   another scope
 */
export const stateOf = (
  { name, service, scope }: { name: string; service: ServiceName; scope?: SourceScope },
  documents: ReadonlyMap<string, string>,
): SourceState => {
  const stored = sourcesOf(documents).find((state) => state.name === name);
  if (!stored && !scope)
    throw new SourceError('BAD_USER_INPUT', `No source with the name ${name} is stored.`);
  if (!stored) return newState(name, service, scope ?? {});
  if (!scope || (stored.service === service && isDeepStrictEqual(stored.scope, scope))) return stored;
  throw new SourceError(
    'BAD_USER_INPUT',
    `The name ${name} belongs to another scope (${stored.service}, ${scopeText(stored.scope)}). Choose another name with --name, or remove the stored source with --remove ${name}.`,
  );
};

/** The document in which the state of a source is stored. */
export const documentOf = (state: SourceState): Document => [
  sourceDocumentName(state.name),
  JSON.stringify(state),
];

const newState = (name: string, service: ServiceName, scope: SourceScope): SourceState => ({
  name,
  service,
  scope,
  isLargeConfirmed: false,
  recordCount: 0,
  lastRun: null,
  lastSuccess: null,
  lastError: null,
  progress: null,
});
