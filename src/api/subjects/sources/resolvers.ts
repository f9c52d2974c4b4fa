import type { QueryResolvers } from '../../../__generated__/resolvers.ts';
import { nextRunOf, scopeText, services, sourcesOf } from '../../../graph/sources/sourceState.ts';

export const Query = {
  sources: async (_parent, _arguments, { loaders, syncMilliseconds }) =>
    sourcesOf(await loaders.documents()).map((state) => ({
      ...state,
      service: services[state.service],
      scope: scopeText(state.scope),
      nextRun:
        syncMilliseconds === undefined ? null : new Date(nextRunOf(state, syncMilliseconds)).toISOString(),
    })),
} satisfies QueryResolvers;
