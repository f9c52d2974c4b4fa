import type { QueryResolvers } from '../../../__generated__/resolvers.ts';
import { nextRunText, scopeText, services, sourcesOf } from '../../../graph/sources/sourceState.ts';

export const Query = {
  sources: async (_parent, _arguments, { loaders, syncMilliseconds }) =>
    sourcesOf(await loaders.documents()).map((state) => ({
      ...state,
      service: services[state.service],
      scope: scopeText(state.scope),
      nextRun: nextRunText(state, syncMilliseconds),
    })),
} satisfies QueryResolvers;
