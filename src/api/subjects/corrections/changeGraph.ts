import { GraphError } from '../../../graph/errors.ts';
import type { CorrectionDraft, CorrectionOutcome } from '../../../graph/identity/corrections.ts';
import type { RequestContext } from '../../requestContext.ts';
import { checkedText } from '../../../graph/checks.ts';

/** The arguments of a mutation that makes a correction. Null counts as absent. */
type RequestedCorrection = Pick<CorrectionDraft, 'kind' | 'entityIds' | 'paperIds' | 'into'> & {
  name?: string | null | undefined;
  reason?: string | null | undefined;
  evidence?: string | null | undefined;
};

/** The argument in which a mutation has the ids of the entities; error messages name it. */
type EntityArgument = 'ids' | 'id' | 'authorId';

/**
 * Makes a correction in the name of the owner of the request's API key.
 *
 * @throws GraphError UNAUTHENTICATED or FORBIDDEN (see Access.require), or any error of GraphStore.correct.
 */
export const makeCorrection = (
  context: RequestContext,
  { name, reason, evidence, ...requested }: RequestedCorrection,
  entityArgument: EntityArgument,
): Promise<CorrectionOutcome> =>
  change(context, 'correction made', async (by) => {
    const draft: CorrectionDraft = {
      ...requested,
      ...(typeof name === 'string' && { name }),
      ...(typeof reason === 'string' && reason !== '' && { reason: checkedText(reason, 'reason') }),
      ...(typeof evidence === 'string' && evidence !== '' && { evidence: checkedEvidence(evidence) }),
      by,
    };
    try {
      return await context.corrections.correct(draft);
    } catch (error) {
      throw withArgument(error, entityArgument);
    }
  });

/** Undoes a correction. @throws GraphError UNAUTHENTICATED or FORBIDDEN, or any error of GraphStore.undoCorrection. */
export const undoCorrection = (context: RequestContext, id: string): Promise<CorrectionOutcome> =>
  change(context, 'correction undone', (by) => context.corrections.undoCorrection(id, by));

/**
 * Changes the graph and logs the change. The rest of the operation gets new loaders, so that it reads the changed
 * graph.
 */
const change = async (
  context: RequestContext,
  message: string,
  make: (by: string) => Promise<CorrectionOutcome>,
): Promise<CorrectionOutcome> => {
  const { log, requestId } = context;
  const by = curatorName(context);
  const outcome = await make(by);
  const { id, kind, entityIds, paperIds, reason } = outcome.correction;
  log.info({ audit: true, requestId, by, correction: id, kind, entityIds, paperIds, reason }, message);
  context.loaders = context.newLoaders();
  return outcome;
};

const curatorName = ({ access, log, requestId }: RequestContext): string => {
  try {
    return access.require('CURATOR').name;
  } catch (error) {
    if (error instanceof GraphError)
      log.warn({ audit: true, requestId, code: error.code }, 'correction refused');
    throw error;
  }
};

/** The maximum length of the evidence for a correction, in characters. */
const LONGEST_EVIDENCE = 4_000;

const checkedEvidence = (text: string): string => {
  if (text.length <= LONGEST_EVIDENCE) return text;
  const message = `evidence has ${text.length} characters; at most ${LONGEST_EVIDENCE} are allowed.`;
  throw new GraphError('BAD_USER_INPUT', message, { argument: 'evidence' });
};

/**
 * Errors of the store name the argument `entityIds`. Replaces this name by the name of the argument that the mutation
 * has.
 */
const withArgument = (error: unknown, argument: EntityArgument): unknown =>
  error instanceof GraphError && error.argument === 'entityIds'
    ? new GraphError(error.code, error.message.replace(/^entityIds\b/, argument), { argument, cause: error })
    : error;
