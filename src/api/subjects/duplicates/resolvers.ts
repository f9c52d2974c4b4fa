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
    if (kind !== 'AUTHOR')
      throw badInput('kind', `kind is ${kind}; it must be AUTHOR, because only authors are compared.`);
    return duplicatesConnection(loaders, undefined, page);
  },
} satisfies QueryResolvers;

export const DuplicateCandidate = {
  entities: ({ authors }) => [...authors],
  score: ({ score }) => fromUnits(score),
  evidence: ({ authors: [from, to], evidence }) =>
    evidence.map((each) => ({ ...each, pair: { from: from.id, to: to.id } })),
} satisfies DuplicateCandidateResolvers;

/** The list with what two authors have in common, by the kind of evidence. */
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
