import { randomUUID } from 'node:crypto';
import { badInput, GraphError } from '../errors.ts';
import type { Correction, CorrectionDraft } from '../identity/corrections.ts';
import { kindOf, parseId, shortened, type EntityId } from '../model/ids.ts';
import { tidy } from '../names.ts';
import type { CorrectedSession } from './correctedSession.ts';
import { splitPlaces } from './splitPlaces.ts';
import { byTime, isInForce } from './storedCorrection.ts';
import { unambiguousDraft } from './unambiguousDraft.ts';

const MOST_IDS = 100;
/** The maximum number of papers that one SPLIT moves. */
export const MOST_PAPERS = 1_000;
/** The maximum length of a name, in characters. */
const LONGEST_NAME = 300;

/**
 * Checks a draft, and returns the correction to store.
 *
 * @throws GraphError NOT_FOUND if an id leads to no entity; BAD_USER_INPUT if the draft makes no sense or contradicts a
 *   correction in force.
 */
export const checkedCorrection = async (
  session: CorrectedSession,
  given: CorrectionDraft,
): Promise<Correction> => {
  checkIds(given);
  checkForm(given);
  const draft = await unambiguousDraft(session.store, given);
  const { kind, entityIds, paperIds = [], into } = draft;
  await session.base.keep([...entityIds, ...paperIds, ...(into === undefined ? [] : [into])]);
  const resolved = entityIds.map((id) => existingId(session, 'entityIds', id));
  const correction: Correction = {
    ...draft,
    ...(draft.name !== undefined && { name: tidy(draft.name) }),
    id: randomUUID(),
    at: nextTime(session),
    effective: false,
  };
  if (new Set(resolved.map(kindOf)).size > 1)
    throw badInput('entityIds', `${entityIds.join(' and ')} are entities of different kinds.`);
  if (kind === 'SAME' || kind === 'HIDE') await refuseTaxonomy(session, kind, resolved);
  if (kind === 'SAME') checkSame(session, correction, resolved);
  if (kind === 'DIFFERENT') checkDifferent(session, correction, resolved);
  if (kind === 'HIDE' && resolved.some((id) => session.overlay.group(id).isHidden))
    throw badInput('entityIds', `${entityIds.join()} is already hidden.`);
  return kind === 'SPLIT' ? withPlaces(session, correction, resolved) : correction;
};

const checkIds = ({ entityIds, paperIds = [], into }: CorrectionDraft): void => {
  const ids = { entityIds, paperIds, into: into === undefined ? [] : [into] };
  for (const [argument, each] of Object.entries(ids)) {
    const malformed = each.find((id) => !parseId(id));
    if (malformed !== undefined) throw badInput(argument, `"${shortened(malformed)}" is not a valid id.`);
  }
};

const checkForm = ({ kind, entityIds, paperIds = [], into, name, by }: CorrectionDraft): void => {
  const isPair = kind === 'SAME' || kind === 'DIFFERENT';
  const count = new Set(entityIds).size;
  if (isPair && (count < 2 || count > MOST_IDS))
    throw badInput('entityIds', `entityIds has ${count} different ids; ${kind} takes 2–${MOST_IDS}.`);
  if (!isPair && count !== 1) throw badInput('entityIds', `entityIds has ${count} ids; ${kind} takes 1.`);
  if (kind === 'SPLIT' ? paperIds.length < 1 || paperIds.length > MOST_PAPERS : paperIds.length > 0) {
    const allowed = kind === 'SPLIT' ? `1–${MOST_PAPERS}` : 'none';
    throw badInput('paperIds', `paperIds has ${paperIds.length} ids; ${kind} takes ${allowed}.`);
  }
  if (into !== undefined && kind !== 'SPLIT')
    throw badInput('into', `A correction of the kind ${kind} has no field "into".`);
  const isNamed = kind === 'RENAME' || (kind === 'SPLIT' && into === undefined);
  if (name !== undefined && !isNamed)
    throw badInput('name', `name is allowed only for RENAME, and for SPLIT without "into".`);
  if ((kind === 'RENAME' || name !== undefined) && !isName(name ?? ''))
    throw badInput('name', `"${shortened(name ?? '')}" is not a name: it has 1–${LONGEST_NAME} characters.`);
  if (by.trim() === '')
    throw badInput('by', 'The argument "by" is empty; it must say who makes the correction.');
};

const isName = (name: string): boolean => {
  const { length } = tidy(name);
  return length >= 1 && length <= LONGEST_NAME;
};

/**
 * Returns the present id of the entity that a draft of a correction names; the draft may use a former id. The entity
 * must exist in the graph without corrections or have been created by a SPLIT.
 *
 * @param argument where the draft has the id, for the error
 * @throws GraphError NOT_FOUND
 */
const existingId = (session: CorrectedSession, argument: string, id: EntityId): EntityId => {
  const found = session.overlay.isCreated(id) ? id : session.base.owner(id);
  if (found === undefined)
    throw new GraphError('NOT_FOUND', `No entity with the id ${id} is stored.`, { argument });
  return found;
};

/**
 * Throws an error if a topic belongs to a taxonomy, because corrections cannot change the places of topics in a
 * taxonomy.
 */
const refuseTaxonomy = async (
  session: CorrectedSession,
  kind: string,
  ids: readonly EntityId[],
): Promise<void> => {
  const topic = ids.find((id) => session.base.get(id)?.facts?.['isTaxonomy']);
  if (topic !== undefined)
    throw badInput(
      'entityIds',
      `${topic} belongs to a taxonomy of topics, for which ${kind} is not possible.`,
    );
};

const checkSame = (session: CorrectedSession, correction: Correction, ids: readonly EntityId[]): void => {
  const { overlay } = session;
  if (new Set(ids.map((id) => overlay.idOf(id))).size === 1)
    throw badInput('entityIds', `${correction.entityIds.join(' and ')} are already one entity.`);
  const after = session.overlayWith([correction]);
  const undone = inForce(session).find(
    ({ id, kind }) => kind === 'SPLIT' && after.isWithoutEffect(id) && !overlay.isWithoutEffect(id),
  );
  if (undone) throw contradiction(correction, undone);
  if (!after.isWithoutEffect(correction.id)) return;
  const contradicting = inForce(session).find((each) => {
    if (each.kind !== 'DIFFERENT') return false;
    const others = session.overlayWith([correction, { ...each, undoneAt: correction.at }]);
    return !others.isWithoutEffect(correction.id);
  });
  throw contradiction(correction, contradicting);
};

const checkDifferent = (
  session: CorrectedSession,
  correction: Correction,
  ids: readonly EntityId[],
): void => {
  const { overlay } = session;
  if (new Set(ids).size < ids.length)
    throw badInput(
      'entityIds',
      `${correction.entityIds.join(' and ')} are one entity in the imported records. Use SPLIT to move some of its papers to another person.`,
    );
  if (new Set(ids.map((id) => overlay.idOf(id))).size === ids.length) return;
  const contradicting = inForce(session).find((each) => {
    if (each.kind !== 'SAME') return false;
    const others = session.overlayWith([{ ...each, undoneAt: correction.at }]);
    return new Set(ids.map((id) => others.idOf(id))).size > new Set(ids.map((id) => overlay.idOf(id))).size;
  });
  throw contradiction(correction, contradicting);
};

const inForce = (session: CorrectedSession): Correction[] =>
  session.corrections.filter(isInForce).sort(byTime);

const contradiction = ({ kind, entityIds }: Correction, other: Correction | undefined): GraphError => {
  const reason = other
    ? `the correction ${other.id} (${other.kind} ${other.entityIds.join(' and ')}, by ${other.by}) is in force. Undo it first`
    : 'several corrections in force say otherwise. Undo them first';
  return badInput('entityIds', `${kind} ${entityIds.join(' and ')} is a contradiction: ${reason}.`);
};

/**
 * Completes a SPLIT: replaces the ids of its papers by the ids that they have without corrections, and adds the
 * position of the author on each paper.
 */
const withPlaces = async (
  session: CorrectedSession,
  correction: Correction,
  [author = '']: readonly EntityId[],
): Promise<Correction> => {
  const { into, paperIds = [] } = correction;
  if (kindOf(author) !== 'AUTHOR')
    throw badInput('entityIds', `entityIds is ${author}; SPLIT takes the id of an author.`);
  const visible = session.overlay.idOf(author);
  if (into !== undefined) {
    const target = existingId(session, 'into', into);
    if (kindOf(target) !== 'AUTHOR' || session.overlay.idOf(target) === visible)
      throw badInput('into', `into is ${into}; it must be another author than ${author}.`);
  }
  const ids = paperIds.map((id) => existingId(session, 'paperIds', id));
  const places = await splitPlaces(session, visible, ids);
  return { ...correction, paperIds: [...new Set(places.map((place) => place.paperId))], places };
};

/** The time of a new correction. No two corrections have the same time, because times decide their order. */
const nextTime = (session: CorrectedSession): string => {
  const latest = session.corrections.reduce((most, { at }) => Math.max(most, Date.parse(at)), 0);
  return new Date(Math.max(Date.now(), latest + 1)).toISOString();
};
