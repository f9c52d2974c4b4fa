import type { QueryResolvers } from '../../../__generated__/resolvers.ts';

export const Query = { viewer: (_, __, { access }) => access.viewer() ?? null } satisfies QueryResolvers;
