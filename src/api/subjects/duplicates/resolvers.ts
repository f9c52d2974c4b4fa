import type {
  DuplicateCandidateResolvers,
  EvidenceResolvers,
  QueryResolvers,
} from '../../../__generated__/resolvers.ts';
import { badInput } from '../../../graph/errors.ts';
import { fromUnits } from '../../../graph/units.ts';
import { commonConnection } from '../relations/commonConnection.ts';
import { duplicatesConnection } from './duplicatesConnection.ts';

export const Query = {
  duplicateCandidates: (_, { kind, ...page }, { loaders }) => {
    if (kind !== 'AUTHOR' && kind !== 'PAPER')
      throw badInput('kind', `kind is ${kind}; it must be AUTHOR or PAPER, because only these are compared.`);
    return duplicatesConnection(loaders, undefined, { kind, ...page });
  },
} satisfies QueryResolvers;

export const DuplicateCandidate = {
  entities: ({ entities }) => [...entities],
  score: ({ score }) => fromUnits(score),
  evidence: ({ entities: [from, to], evidence }) =>
    evidence.map((each) => ({ ...each, pair: { from: from.id, to: to.id } })),
} satisfies DuplicateCandidateResolvers;

/** For each kind of evidence: the list of what both authors have in common, for example their common collaborators. */
const sharedLists = {
  COLLABORATORS: 'commonCollaborators',
  INSTITUTIONS: 'sharedInstitutions',
  TOPICS: 'sharedTopics',
} as const;

const isShared = (kind: string): kind is keyof typeof sharedLists => Object.hasOwn(sharedLists, kind);

export const Evidence = {
  entities: ({ kind, pair }, page, { loaders }) =>
    isShared(kind) ? commonConnection(loaders, sharedLists[kind], pair, page) : null,
} satisfies EvidenceResolvers;
